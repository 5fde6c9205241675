package main

import (
	"fmt"
	"slices"
	"strings"

	"go.starlark.net/starlark"
)

type module struct {
	globals starlark.StringDict
	failed  *loadError
}

// A loadError says why a module could not be had; inner is set where the module itself failed.
type loadError struct {
	msg   string
	inner *failure
}

func (e *loadError) Error() string { return e.msg }

// load runs the module that the host gives for a path, once per evaluation, on the thread that asked: steps, time and
// call depth are those of the whole evaluation.
func (s *session) load(thread *starlark.Thread, path string) (starlark.StringDict, error) {
	from := s.loading[len(s.loading)-1]
	question := appendQuoted([]byte{'['}, path)
	question = append(appendQuoted(append(question, ','), from), ']')
	text := askHost(opLoad, question)
	if text == "" {
		return nil, &loadError{msg: "the host gave no answer"}
	}
	v, err := decode(text, nil)
	if err != nil {
		return nil, &loadError{msg: "the host's answer cannot be read"}
	}
	if msg := word(v, "error"); msg != "" {
		return nil, &loadError{msg: msg}
	}
	file := word(v, "file")
	if slices.Contains(s.loading, file) {
		return nil, &loadError{msg: fmt.Sprintf("cycle of loads: %s", strings.Join(append(slices.Clone(s.loading), file), " -> "))}
	}
	m := s.modules[file]
	if m == nil {
		m = new(module)
		s.modules[file] = m
		globals, failed := s.run(thread, file, word(v, "source"), false)
		if failed != nil {
			m.failed = &loadError{msg: failed.msg, inner: failed}
		}
		globals.Freeze()
		m.globals = globals
	}
	if m.failed != nil {
		return nil, m.failed
	}
	return m.globals, nil
}
