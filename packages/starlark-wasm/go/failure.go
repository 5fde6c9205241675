package main

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// A failure is the error of an evaluation as the host gets it. Empty fields are left out.
type failure struct {
	code, msg string
	limit     string
	name      string // what is not defined
	callee    string // the builtin that refused
	param     string
	problem   string
	hostCode  string
	pos       syntax.Position
	stack     starlark.CallStack
	path      []any
	more      []*failure // further errors of name resolution
}

// locate takes over a call stack. A builtin at its end has no position; its call has.
func (f *failure) locate(s *session, stack starlark.CallStack) {
	f.stack = append(starlark.CallStack(nil), stack...)
	if last := len(f.stack) - 1; last >= 0 && f.stack[last].Pos.Filename() == "<builtin>" {
		f.callee = f.stack[last].Name
		f.stack = f.stack[:last]
	}
	for i := range f.stack {
		f.stack[i].Pos = s.normal(f.stack[i].Pos)
	}
	if last := len(f.stack) - 1; last >= 0 {
		f.pos = f.stack[last].Pos
	}
}

func (f *failure) record() *starlark.Dict {
	d := record("code", f.code, "message", f.msg)
	add := func(name, value string) {
		if value != "" {
			d.SetKey(starlark.String(name), starlark.String(value))
		}
	}
	add("limit", f.limit)
	add("name", f.name)
	add("callee", f.callee)
	add("param", f.param)
	add("problem", f.problem)
	add("hostCode", f.hostCode)
	if f.pos.IsValid() {
		place(d, f.pos)
	}
	if f.path != nil {
		path := make([]any, len(f.path))
		copy(path, f.path)
		d.SetKey(starlark.String("path"), values(path...))
	}
	frames := new(starlark.List)
	for _, frame := range f.stack {
		entry := record("name", frame.Name)
		place(entry, frame.Pos)
		frames.Append(entry)
	}
	d.SetKey(starlark.String("stack"), frames)
	if len(f.more) > 0 {
		more := new(starlark.List)
		for _, m := range f.more {
			more.Append(m.record())
		}
		d.SetKey(starlark.String("more"), more)
	}
	return d
}

func place(d *starlark.Dict, pos syntax.Position) {
	d.SetKey(starlark.String("file"), starlark.String(pos.Filename()))
	d.SetKey(starlark.String("line"), starlark.MakeInt(int(pos.Line)))
	d.SetKey(starlark.String("column"), starlark.MakeInt(int(pos.Col)))
}

// report writes the answer of an evaluation: a line with prints, steps and error, then the value.
func (s *session) report(thread *starlark.Thread, failed *failure, value []byte) []byte {
	head := record("steps", int(thread.Steps))
	head.SetKey(starlark.String("prints"), starlark.NewList(s.prints))
	if failed != nil {
		head.SetKey(starlark.String("error"), failed.record())
	}
	e := encoder{depth: 1 << 20, size: 1 << 30, wide: true}
	e.lossy = true
	e.value(head)
	return append(append(e.buf, '\n'), value...)
}

// record makes a dict of names and values in turn.
func record(pairs ...any) *starlark.Dict {
	d := new(starlark.Dict)
	for i := 0; i < len(pairs); i += 2 {
		d.SetKey(starlark.String(pairs[i].(string)), values(pairs[i+1]).Index(0))
	}
	return d
}

func values(items ...any) *starlark.List {
	l := new(starlark.List)
	for _, item := range items {
		switch item := item.(type) {
		case string:
			l.Append(starlark.String(item))
		case int:
			l.Append(starlark.MakeInt(item))
		}
	}
	return l
}
