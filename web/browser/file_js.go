package browser

import "syscall/js"

// File is a file that a person chose.
type File struct {
	Name string
	blob js.Value
}

// FileOf is a file as the browser gives it. Of one that is larger than most bytes a little more than that is read, so that
// it shows.
func FileOf(file js.Value, most int) File {
	return File{Name: file.Get("name").String(), blob: file.Call("slice", 0, most+1)}
}

// Read reads the file as UTF-8.
func (f File) Read(done func(text string, ok bool)) {
	var read, failed js.Func
	end := func(take func(args []js.Value)) js.Func {
		return callback(func(args []js.Value) any {
			read.Release()
			failed.Release()
			take(args)
			return nil
		})
	}
	read = end(func(args []js.Value) { done(args[0].String(), true) })
	failed = end(func([]js.Value) { done("", false) })
	f.blob.Call("text").Call("then", read, failed)
}

// Dropped is what a person let go over the page: a file or a text.
type Dropped struct {
	HasFile bool
	File    File
	Text    string
}

// OnDrop calls hear for what is let go over an element, but for what a field in it takes itself. Of a file no more than most
// bytes are read.
func OnDrop(node js.Value, most int, hear func(Dropped)) (off func()) {
	taken := func(e Event) bool {
		return e.Get("target").Get("closest").Truthy() && e.Get("target").Call("closest", "input, textarea, .cm-content").Truthy() &&
			e.Get("dataTransfer").Get("files").Length() == 0 && !carriesFile(e)
	}
	over := Listen(node, "dragover", func(e Event) {
		if !taken(e) {
			e.Call("preventDefault")
		}
	})
	drop := Listen(node, "drop", func(e Event) {
		if taken(e) {
			return
		}
		e.Call("preventDefault")
		data := e.Get("dataTransfer")
		if files := data.Get("files"); files.Length() > 0 {
			hear(Dropped{HasFile: true, File: FileOf(files.Index(0), most)})
		} else if text := data.Call("getData", "text/plain").String(); text != "" {
			hear(Dropped{Text: text})
		}
	})
	return func() {
		over()
		drop()
	}
}

// carriesFile tells what is dragged, while its content is not told yet.
func carriesFile(e Event) bool {
	return e.Get("dataTransfer").Get("types").Call("includes", "Files").Bool()
}
