package main

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"

	"go.starlark.net/starlark"
)

// An encoder writes values as JSON in which floats, and only floats, have a point or an exponent. For the host's
// builtins the notation is wider: @3"dict" is the handle 3 of a dict, ~ an argument that was not given, and NaN,
// Infinity and -Infinity are floats.
type encoder struct {
	buf    []byte
	path   []any // string or int: where the value being written is
	depth  int   // levels of nesting allowed
	size   int   // bytes allowed
	tuples bool  // tuples are written as arrays
	wide   bool  // the notation for builtins
	lossy  bool  // strings that are not UTF-8 are mended
}

// A valueError says which value could not be written.
type valueError struct {
	msg  string
	path []any
}

func (e *valueError) Error() string { return e.msg }

func (e *encoder) fail(format string, args ...any) error {
	return &valueError{fmt.Sprintf(format, args...), append([]any(nil), e.path...)}
}

func (e *encoder) value(v starlark.Value) error {
	if len(e.path) > e.depth {
		return &limitError{"valueDepth", fmt.Sprintf("value is nested deeper than %d", e.depth)}
	}
	if len(e.buf) > e.size {
		return &limitError{"output", fmt.Sprintf("output exceeds %d bytes", e.size)}
	}
	switch v := v.(type) {
	case starlark.NoneType:
		e.buf = append(e.buf, "null"...)
	case starlark.Bool:
		e.buf = strconv.AppendBool(e.buf, bool(v))
	case starlark.Int:
		e.buf = append(e.buf, v.String()...)
	case starlark.Float:
		return e.float(float64(v))
	case starlark.String:
		return e.text(string(v))
	case *starlark.List:
		return e.items(v, e.value)
	case starlark.Tuple:
		if !e.tuples {
			return e.fail("cannot represent a tuple")
		}
		return e.items(v, e.value)
	case *starlark.Dict:
		return e.dict(v, e.value)
	default:
		// A range is no value of a result, but a builtin that looks into it sees its items.
		if items, ok := v.(starlark.Indexable); ok && e.wide && v.Type() == "range" {
			return e.items(items, e.value)
		}
		return e.fail("cannot represent a value of type %s", v.Type())
	}
	return nil
}

func (e *encoder) items(v starlark.Indexable, item func(starlark.Value) error) error {
	e.buf = append(e.buf, '[')
	e.path = append(e.path, nil)
	for i := range v.Len() {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		e.path[len(e.path)-1] = i
		if err := item(v.Index(i)); err != nil {
			return err
		}
	}
	e.path = e.path[:len(e.path)-1]
	e.buf = append(e.buf, ']')
	return nil
}

func (e *encoder) dict(v *starlark.Dict, item func(starlark.Value) error) error {
	e.buf = append(e.buf, '{')
	e.path = append(e.path, nil)
	first := true
	for key, value := range v.Entries() {
		name, ok := key.(starlark.String)
		if !ok {
			e.path = e.path[:len(e.path)-1]
			return e.fail("dict keys must be strings, got %s", key.Type())
		}
		if !first {
			e.buf = append(e.buf, ',')
		}
		first = false
		e.path[len(e.path)-1] = string(name)
		if err := e.text(string(name)); err != nil {
			return err
		}
		e.buf = append(e.buf, ':')
		if err := item(value); err != nil {
			return err
		}
	}
	e.path = e.path[:len(e.path)-1]
	e.buf = append(e.buf, '}')
	return nil
}

func (e *encoder) float(f float64) error {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		if !e.wide {
			return e.fail("cannot represent the float %s", starlark.Float(f))
		}
		switch {
		case math.IsNaN(f):
			e.buf = append(e.buf, "NaN"...)
		case f > 0:
			e.buf = append(e.buf, "Infinity"...)
		default:
			e.buf = append(e.buf, "-Infinity"...)
		}
		return nil
	}
	if size := math.Abs(f); size != 0 && (size < 1e-5 || size >= 1e16) {
		e.buf = strconv.AppendFloat(e.buf, f, 'e', -1, 64)
		return nil
	}
	start := len(e.buf)
	e.buf = strconv.AppendFloat(e.buf, f, 'f', -1, 64)
	if bytes.IndexByte(e.buf[start:], '.') < 0 {
		e.buf = append(e.buf, ".0"...)
	}
	return nil
}

func (e *encoder) text(s string) error {
	if !e.lossy && !utf8.ValidString(s) {
		return e.fail("cannot represent a string that is not UTF-8")
	}
	e.buf = appendQuoted(e.buf, s)
	return nil
}

const hexDigits = "0123456789abcdef"

// appendQuoted writes a JSON string without line breaks. Bytes that are not UTF-8 become U+FFFD.
func appendQuoted(buf []byte, s string) []byte {
	buf = append(buf, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			buf = append(buf, '\\', byte(r))
		case r == '\n':
			buf = append(buf, '\\', 'n')
		case r < 0x20:
			buf = append(buf, '\\', 'u', '0', '0', hexDigits[r>>4], hexDigits[r&15])
		default:
			buf = utf8.AppendRune(buf, r)
		}
	}
	return append(buf, '"')
}
