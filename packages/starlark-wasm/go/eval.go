package main

import (
	"fmt"
	"strings"
	"time"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// A session is one evaluation.
type session struct {
	deadline  time.Time
	nextClock uint64
	limit     *limitError // why it was aborted
	handles   []starlark.Value
	prints    []starlark.Value
	printed   int // bytes, with what a line costs besides its text
	loads     bool
	modules   map[string]*module
	loading   []string // files whose top level is running, outermost first
	trees     map[string]*syntax.File
	calls     map[string]map[[2]int32]syntax.Position // where calls start, by line and column of their brackets
}

var current *session

// resultName is a global that no source can name.
const resultName = "<result>"

func evaluate(text string) (out []byte) {
	v, err := decode(text, nil)
	request, ok := v.(*starlark.List)
	if err != nil || !ok || request.Len() != 3 {
		return []byte("malformed request")
	}
	filename, source := string(request.Index(0).(starlark.String)), string(request.Index(1).(starlark.String))
	s := &session{
		deadline:  time.Now().Add(time.Duration(limits.millis) * time.Millisecond),
		nextClock: clockSteps,
		loads:     bool(request.Index(2).Truth()),
		modules:   map[string]*module{},
		trees:     map[string]*syntax.File{},
		calls:     map[string]map[[2]int32]syntax.Position{},
	}
	current = s
	defer func() { current = nil }()
	thread := &starlark.Thread{Name: filename, Print: s.print, Load: s.load, OnMaxSteps: s.poll}
	thread.SetMaxExecutionSteps(1)
	defer func() {
		if r := recover(); r != nil {
			out = s.report(thread, panicked(fmt.Sprint(r)), nil)
		}
	}()

	globals, failed := s.run(thread, filename, source, true)
	if failed != nil {
		return s.report(thread, failed, nil)
	}
	result := globals[resultName]
	if result == nil {
		result = starlark.None
	}
	e := encoder{depth: limits.valueDepth, size: limits.output, tuples: tuples}
	if err := e.value(result); err != nil {
		return s.report(thread, s.explain(err), nil)
	}
	return s.report(thread, nil, e.buf)
}

// run executes one file and returns its globals. With keep, the value of the last statement is one of them.
func (s *session) run(thread *starlark.Thread, filename, source string, keep bool) (starlark.StringDict, *failure) {
	if len(source) > limits.source {
		return nil, &failure{code: "limit", limit: "source", msg: fmt.Sprintf("source is longer than %d bytes", limits.source)}
	}
	source = strings.TrimPrefix(source, "\uFEFF")
	file, err := options.Parse(filename, source, 0)
	if err != nil {
		f := s.explain(err)
		if e, ok := err.(syntax.Error); ok {
			f.pos = startOfToken(source, e)
		}
		return nil, f
	}
	s.trees[filename] = file
	if f := s.checkTree(file); f != nil {
		return nil, f
	}
	if !named {
		withoutNamedFormats(file)
	}
	if n := len(file.Stmts); keep && n > 0 {
		if last, ok := file.Stmts[n-1].(*syntax.ExprStmt); ok {
			at := start(last)
			file.Stmts[n-1] = &syntax.AssignStmt{
				OpPos: at, Op: syntax.EQ, LHS: &syntax.Ident{NamePos: at, Name: resultName}, RHS: last.X,
			}
		}
	}
	program, err := starlark.FileProgram(file, predeclared.Has)
	if err != nil {
		return nil, s.explain(err)
	}
	s.loading = append(s.loading, filename)
	globals, err := program.Init(thread, predeclared)
	s.loading = s.loading[:len(s.loading)-1]
	if err != nil {
		return nil, s.explain(err)
	}
	return globals, nil
}

func (s *session) print(thread *starlark.Thread, msg string) {
	if s.printed += len(msg) + 64; s.printed > limits.output {
		s.abort(thread, "output", fmt.Sprintf("printed more than %d bytes", limits.output))
		return
	}
	pos := s.normal(thread.CallFrame(1).Pos)
	s.prints = append(s.prints, record("message", msg, "file", pos.Filename(), "line", int(pos.Line), "column", int(pos.Col)))
}

// panicked explains a panic of Go. What would need more memory than there can be at all panics before it is asked for.
func panicked(msg string) *failure {
	for _, hint := range []string{"makeslice", "growslice", "too large", "output length overflow"} {
		if strings.Contains(msg, hint) {
			return &failure{code: "limit", limit: "memory", msg: "out of memory"}
		}
	}
	return &failure{code: "internal", msg: msg}
}
