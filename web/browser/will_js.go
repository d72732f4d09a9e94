package browser

// Will is what the script that started the program does with a text once the program has stopped and cannot be asked.
type Will struct {
	Text     string // to copy
	Key      string // of the storage that it is kept under, "" where nothing is kept
	Fragment string // that shows the same, "" where only the text itself does
}

// Leave replaces the will. Where no script asks for one there is none.
func Leave(w Will) {
	if shell := window().Get(shellName); shell.Truthy() {
		shell.Set("will", map[string]any{"text": w.Text, "key": w.Key, "fragment": w.Fragment})
	}
}

// Restart starts the program anew with what it left.
func Restart() { window().Get(shellName).Call("restart") }

// shellName is the object that web/boot/shell.js puts into the page.
const shellName = "ociPolicyShell"
