package redact

import (
	"fmt"
	"strconv"
	"strings"
)

// network gives addresses others, so that those that share their first bits
// still share as many, and nothing else is left of them.
type network struct {
	seen map[prefix]uint8 // which bits come behind the first ones: 1 for 0, 2 for 1
}

type prefix struct {
	bits  uint32
	width int
}

// template is where the bits come from that tell nothing: a private network.
//
// https://www.rfc-editor.org/rfc/rfc1918
const template = 10 << 24

// learn notes an address or a range; ok tells whether the text is one.
func (n *network) learn(text string) (ok bool) {
	bits, width, ok := addresses(text)
	for i := range width {
		at := prefix{first(bits, i), i}
		n.seen[at] |= 1 << (bits >> (31 - i) & 1)
	}
	return ok
}

// of is the new text of an address or a range that was learned.
func (n *network) of(text string) string {
	bits, width, ok := addresses(text)
	if !ok {
		return "2001:db8::/32"
	}
	var new uint32
	for i := range width {
		bit := bits >> (31 - i) & 1
		if n.seen[prefix{first(bits, i), i}] != 3 {
			bit = template >> (31 - i) & 1
		}
		new |= bit << (31 - i)
	}
	out := fmt.Sprintf("%d.%d.%d.%d", new>>24, new>>16&255, new>>8&255, new&255)
	if strings.Contains(text, "/") {
		out += "/" + strconv.Itoa(width)
	}
	return out
}

func first(bits uint32, width int) uint32 {
	return uint32(uint64(bits) >> (32 - width) << (32 - width))
}

// addresses reads an IPv4 address, or a range of them in CIDR notation.
func addresses(text string) (bits uint32, width int, ok bool) {
	base, after, ranged := strings.Cut(text, "/")
	parts := strings.Split(base, ".")
	if width = 32; ranged {
		w, err := strconv.ParseUint(after, 10, 8)
		if err != nil || w > 32 {
			return 0, 0, false
		}
		width = int(w)
	}
	if len(parts) != 4 {
		return 0, 0, false
	}
	for _, p := range parts {
		one, err := strconv.ParseUint(p, 10, 8)
		if err != nil {
			return 0, 0, false
		}
		bits = bits<<8 | uint32(one)
	}
	return bits, width, true
}
