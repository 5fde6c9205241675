package main

import (
	"fmt"
	"strconv"

	"go.starlark.net/starlark"
)

// A hostError is what a builtin of the host answered instead of a value.
type hostError struct {
	callee, code, param, msg string
}

func (e *hostError) Error() string { return e.callee + ": " + e.msg }

// builtin is the function with the given number in the host's table.
func (s *signature) builtin(number int) func(*starlark.Thread, *starlark.Builtin, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	return func(_ *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		bound, err := s.bind(args, kwargs)
		if err != nil {
			return nil, err
		}
		e := encoder{depth: limits.valueDepth, size: limits.output, tuples: tuples, wide: true}
		e.buf = strconv.AppendInt(append(e.buf, '['), int64(number), 10)
		if err := s.encode(&e, current, bound); err != nil {
			return nil, err
		}
		return s.result(askHost(opCall, append(e.buf, ']')))
	}
}

// result reads the host's answer: =value, or !["code", "param", "message"].
func (s *signature) result(text string) (starlark.Value, error) {
	if text == "" {
		return nil, fmt.Errorf("%s: the host gave no answer", s.name)
	}
	v, err := decode(text[1:], current.handles)
	if err != nil {
		return nil, fmt.Errorf("%s: the host's answer cannot be read: %v", s.name, err)
	}
	if text[0] == '=' {
		return v, nil
	}
	parts := v.(*starlark.List)
	part := func(i int) string { return string(parts.Index(i).(starlark.String)) }
	return nil, &hostError{s.name, part(0), part(1), part(2)}
}

// appendHandle lends a value to the host for the rest of the evaluation.
func (s *session) appendHandle(buf []byte, v starlark.Value) []byte {
	s.handles = append(s.handles, v)
	buf = strconv.AppendInt(append(buf, '@'), int64(len(s.handles)-1), 10)
	return appendQuoted(buf, v.Type())
}

// read writes a lent value out: =value, or ! and why that is not possible.
func (s *session) read(id int) []byte {
	if s == nil || id < 0 || id >= len(s.handles) {
		return []byte("!no such handle")
	}
	e := encoder{buf: []byte{'='}, depth: limits.valueDepth, size: limits.output, tuples: tuples, wide: true}
	if err := e.value(s.handles[id]); err != nil {
		return []byte("!" + err.Error())
	}
	return e.buf
}
