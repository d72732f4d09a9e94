package shelf

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Storage is where texts are kept. A test has another than a browser.
type Storage interface {
	Keys() []string
	Get(key string) (text string, ok bool)
	Set(key, text string) error
	Remove(key string)
}

// Kept is a work that is kept.
type Kept struct {
	Key   string
	Saved int64 // milliseconds since 1970
	Text  string
}

// Shelf is all the works that are kept, as one page sees them.
type Shelf struct {
	storage Storage
	now     func() int64
	own     string // the key of the work at hand, "" until it has one
	left    string // its text as this page last left or found it there
}

// New is the shelf of a page that has no work yet. Now gives the time in milliseconds since 1970.
func New(storage Storage, now func() int64) *Shelf { return &Shelf{storage: storage, now: now} }

const (
	prefix = "oci-policy-playground/work/"
	most   = 12      // works; the oldest go first
	bytes  = 1 << 20 // of a work: of a longer one the end would be missing when it is read again
)

// ErrTooLong says that a work is too long to be kept whole.
var ErrTooLong = errors.New("the work is too long to be kept")

// All are the works that are kept, the newest first. What somebody else put among them is passed over.
func (s *Shelf) All() []Kept {
	var all []Kept
	for _, key := range s.storage.Keys() {
		if k, ok := s.read(key); ok {
			all = append(all, k)
		}
	}
	slices.SortFunc(all, func(a, b Kept) int {
		if a.Saved != b.Saved {
			return int(min(max(b.Saved-a.Saved, -1), 1))
		}
		return strings.Compare(a.Key, b.Key)
	})
	return all
}

func (s *Shelf) read(key string) (k Kept, ok bool) {
	if !strings.HasPrefix(key, prefix) {
		return k, false
	}
	value, _ := s.storage.Get(key)
	head, text, ok := strings.Cut(value, "\n")
	saved, err := strconv.ParseInt(head, 10, 64)
	if !ok || err != nil || len(text) > bytes {
		return k, false
	}
	return Kept{key, saved, text}, true
}

// Take goes on with a work that is kept.
func (s *Shelf) Take(k Kept) { s.own, s.left = k.Key, k.Text }

// Begin goes on with a work that is not kept yet.
func (s *Shelf) Begin() { s.own, s.left = "", "" }

// Key is where the work at hand is kept, or will be.
func (s *Shelf) Key() string {
	if s.own == "" {
		s.own = s.free()
	}
	return s.own
}

// free is a key that nothing is kept under.
func (s *Shelf) free() string {
	for n := s.now(); ; n++ {
		key := prefix + strconv.FormatInt(n, 10)
		if _, taken := s.storage.Get(key); !taken {
			return key
		}
	}
}

// Save keeps the text of the work at hand, if it is another than this page kept last.
func (s *Shelf) Save(text string) error {
	if s.left == text && s.kept(s.own) {
		return nil
	}
	if len(text) > bytes {
		return ErrTooLong
	}
	if _, changed := s.Changed(); changed {
		s.Begin()
	}
	if k, ok := s.find(text); ok {
		s.Take(k)
		return nil
	}
	if err := s.storage.Set(s.Key(), strconv.FormatInt(s.now(), 10)+"\n"+text); err != nil {
		return err
	}
	s.left = text
	s.prune()
	return nil
}

func (s *Shelf) kept(key string) bool {
	_, ok := s.read(key)
	return ok
}

// find is the work that is kept with this text.
func (s *Shelf) find(text string) (Kept, bool) {
	for _, k := range s.All() {
		if k.Text == text {
			return k, true
		}
	}
	return Kept{}, false
}

// Changed is the work at hand as it is kept, and whether another page has changed it.
func (s *Shelf) Changed() (k Kept, is bool) {
	k, ok := s.read(s.own)
	return k, ok && k.Text != s.left
}

// Remove keeps a work no longer.
func (s *Shelf) Remove(key string) {
	if strings.HasPrefix(key, prefix) {
		s.storage.Remove(key)
	}
}

func (s *Shelf) prune() {
	for i, k := range s.All() {
		if i >= most {
			s.storage.Remove(k.Key)
		}
	}
}
