package scenario

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// A link of the scheme p1 holds, in base64url, a head and the archive of the
// scenario, deflated with the first dictionary:
//
//	1 byte    version of the head, which is 1
//	4 bytes   checksum of the archive, CRC-32 (IEEE), high byte first
//	varint    length of the deflated archive in bytes
//	n bytes   the deflated archive
//
// The length tells a link that was cut from one that was damaged. The version
// of the engine that made the link is in the archive's scenario.json.
const (
	scheme  = "p1."
	version = 1
	sumSize = 4
)

// alphabet refuses what no link holds, the unused bits at its end as well.
var alphabet = base64.RawURLEncoding.Strict()

// Link is the fragment of an address that holds the scenario, without the '#'.
// [Open] gives the scenario back, for ever.
func Link(s *Scenario) (string, error) {
	archive := Format(s)
	if len(archive) > MaxBytes {
		return "", &LinkError{Kind: TooBig, Got: len(archive), Want: MaxBytes}
	}
	body := deflate(archive)
	head := binary.BigEndian.AppendUint32([]byte{version}, crc32.ChecksumIEEE(archive))
	head = binary.AppendUvarint(head, uint64(len(body)))
	return scheme + alphabet.EncodeToString(append(head, body...)), nil
}

// unpack is the archive in the payload of a link.
func unpack(payload string) ([]byte, error) {
	data, err := decode(payload)
	if err != nil {
		return nil, err
	}
	if len(data) > 0 && data[0] != version {
		return nil, &LinkError{Kind: UnknownScheme, Got: len(payload)}
	}
	if len(data) < 1+sumSize {
		return nil, &LinkError{Kind: Cut, Got: len(payload)}
	}
	sum := binary.BigEndian.Uint32(data[1:])
	size, n := binary.Uvarint(data[1+sumSize:])
	if n == 0 {
		return nil, &LinkError{Kind: Cut, Got: len(payload)}
	}
	if n < 0 || size > MaxBytes {
		return nil, &LinkError{Kind: Damaged, Got: len(payload)}
	}
	body := data[1+sumSize+n:]
	if want := alphabet.EncodedLen(1 + sumSize + n + int(size)); len(body) != int(size) {
		return nil, mislength(len(payload), want)
	}
	return inflate(body, sum, len(payload))
}

// decode undoes base64. A payload that stops in the middle of a byte is read as
// far as it goes, since its head then tells how much is missing.
func decode(payload string) ([]byte, error) {
	for cut := range min(4, len(payload)+1) {
		data, err := alphabet.DecodeString(payload[:len(payload)-cut])
		if err == nil {
			return data, nil
		}
		if at := new(base64.CorruptInputError); errors.As(err, at) && int(*at) < len(payload)-4 {
			break
		}
	}
	return nil, &LinkError{Kind: Damaged, Got: len(payload)}
}

func mislength(got, want int) *LinkError {
	if got < want {
		return &LinkError{Kind: Cut, Got: got, Want: want}
	}
	return &LinkError{Kind: Damaged, Got: got, Want: want}
}

func deflate(archive []byte) []byte {
	var out bytes.Buffer
	w, err := flate.NewWriterDict(&out, flate.BestCompression, []byte(dictionary))
	if err == nil {
		_, err = w.Write(archive)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic("writing to memory does not fail: " + err.Error())
	}
	return out.Bytes()
}

// inflate reads no more than an archive may have, however much a body unfolds
// to.
func inflate(body []byte, sum uint32, got int) ([]byte, error) {
	r := flate.NewReaderDict(bytes.NewReader(body), []byte(dictionary))
	archive, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case len(archive) > MaxBytes:
		return nil, &LinkError{Kind: TooBig, Got: len(archive), Want: MaxBytes}
	case err != nil || crc32.ChecksumIEEE(archive) != sum:
		return nil, &LinkError{Kind: Damaged, Got: got, Want: got}
	}
	return archive, nil
}

// LinkErrorKind is what is wrong with a link.
type LinkErrorKind uint8

// What can be wrong.
const (
	Damaged       LinkErrorKind = 1 + iota
	Cut                         // its end is missing
	UnknownScheme               // made by a newer playground, or no link of ours
	TooBig
	NoScenario // it names an example, or nothing
)

// LinkError says why a link does not open. Got and Want count characters of the
// payload, of a link that is too big bytes of the archive; Want is 0 when nobody
// knows.
type LinkError struct {
	Kind      LinkErrorKind
	Got, Want int
}

func (e *LinkError) Error() string {
	switch e.Kind {
	case Cut:
		if e.Want == 0 {
			return fmt.Sprintf("the link is cut: only %d characters arrived; ask for it again", e.Got)
		}
		return fmt.Sprintf("the link is cut: %d of %d characters arrived; ask for it again", e.Got, e.Want)
	case UnknownScheme:
		return "the link was made in a way this playground does not know; a newer one may open it"
	case TooBig:
		return fmt.Sprintf("the scenario is too large for a link: at most %d bytes fit", MaxBytes)
	case NoScenario:
		return "the link holds no scenario"
	}
	return fmt.Sprintf("the link is damaged: its %d characters do not fit together; ask for it again", e.Got)
}

// base is a payload as it may arrive: some programs put blanks or a line break
// into a long address.
func base(payload string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r == '\r' || r == '\t' {
			return -1
		}
		return r
	}, payload)
}
