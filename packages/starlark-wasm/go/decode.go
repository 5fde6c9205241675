package main

import (
	"errors"
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.starlark.net/starlark"
)

// A decoder reads the notation of encode.go. What it reads comes from the loader, not from a user: it refuses what is
// malformed, without saying where.
type decoder struct {
	text    string
	at      int
	handles []starlark.Value
}

var errMalformed = errors.New("malformed text")

func decode(text string, handles []starlark.Value) (starlark.Value, error) {
	d := decoder{text: text, handles: handles}
	v, err := d.value()
	if err == nil && d.at != len(text) {
		err = errMalformed
	}
	return v, err
}

func (d *decoder) value() (starlark.Value, error) {
	rest := d.text[d.at:]
	if rest == "" {
		return nil, errMalformed
	}
	switch rest[0] {
	case '"':
		s, err := d.quoted()
		return starlark.String(s), err
	case '[':
		return d.list()
	case '{':
		return d.dict()
	case '@':
		return d.handle()
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		if !strings.HasPrefix(rest, "-I") {
			return d.number()
		}
	}
	for word, value := range words {
		if strings.HasPrefix(rest, word) {
			d.at += len(word)
			return value, nil
		}
	}
	return nil, errMalformed
}

var words = map[string]starlark.Value{
	"null": starlark.None, "true": starlark.True, "false": starlark.False, "NaN": starlark.Float(math.NaN()),
	"Infinity": starlark.Float(math.Inf(1)), "-Infinity": starlark.Float(math.Inf(-1)),
}

func (d *decoder) take(c byte) bool {
	if d.at < len(d.text) && d.text[d.at] == c {
		d.at++
		return true
	}
	return false
}

func (d *decoder) list() (starlark.Value, error) {
	d.at++
	var items []starlark.Value
	for !d.take(']') {
		if len(items) > 0 && !d.take(',') {
			return nil, errMalformed
		}
		item, err := d.value()
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return starlark.NewList(items), nil
}

func (d *decoder) dict() (starlark.Value, error) {
	d.at++
	dict := new(starlark.Dict)
	for !d.take('}') {
		if dict.Len() > 0 && !d.take(',') {
			return nil, errMalformed
		}
		key, err := d.quoted()
		if err != nil {
			return nil, err
		}
		if !d.take(':') {
			return nil, errMalformed
		}
		value, err := d.value()
		if err != nil {
			return nil, err
		}
		if err := dict.SetKey(starlark.String(key), value); err != nil {
			return nil, err
		}
	}
	return dict, nil
}

func (d *decoder) handle() (starlark.Value, error) {
	d.at++
	start := d.at
	for d.at < len(d.text) && d.text[d.at] >= '0' && d.text[d.at] <= '9' {
		d.at++
	}
	n, err := strconv.Atoi(d.text[start:d.at])
	if err != nil || n >= len(d.handles) {
		return nil, errMalformed
	}
	return d.handles[n], nil
}

func (d *decoder) number() (starlark.Value, error) {
	start := d.at
	for d.at < len(d.text) && strings.IndexByte("+-.0123456789eE", d.text[d.at]) >= 0 {
		d.at++
	}
	text := d.text[start:d.at]
	if strings.ContainsAny(text, ".eE") {
		f, err := strconv.ParseFloat(text, 64)
		return starlark.Float(f), err
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return starlark.MakeInt64(n), nil
	}
	if n, ok := new(big.Int).SetString(text, 10); ok {
		return starlark.MakeBigInt(n), nil
	}
	return nil, errMalformed
}

func (d *decoder) quoted() (string, error) {
	if !d.take('"') {
		return "", errMalformed
	}
	var out []byte
	for d.at < len(d.text) {
		stop := strings.IndexAny(d.text[d.at:], `"\`)
		if stop < 0 {
			break
		}
		if d.text[d.at+stop] == '"' && out == nil {
			s := d.text[d.at : d.at+stop]
			d.at += stop + 1
			return s, nil
		}
		out = append(out, d.text[d.at:d.at+stop]...)
		d.at += stop + 1
		if d.text[d.at-1] == '"' {
			return string(out), nil
		}
		if d.at == len(d.text) {
			break
		}
		c := d.text[d.at]
		d.at++
		if c != 'u' {
			plain := strings.IndexByte(`"\/bfnrt`, c)
			if plain < 0 {
				break
			}
			out = append(out, "\"\\/\b\f\n\r\t"[plain])
			continue
		}
		if d.at+4 > len(d.text) {
			break
		}
		// JSON.stringify escapes surrogates only when they stand alone: they become U+FFFD.
		r, err := strconv.ParseUint(d.text[d.at:d.at+4], 16, 32)
		if err != nil {
			break
		}
		d.at += 4
		out = utf8.AppendRune(out, rune(r))
	}
	return "", errMalformed
}
