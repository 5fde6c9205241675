package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"go.starlark.net/resolve"
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
			out = s.report(thread, &failure{code: "internal", msg: fmt.Sprint(r)}, nil)
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

// explain turns whatever ended an evaluation into a failure.
func (s *session) explain(err error) *failure {
	f := &failure{code: "eval", msg: err.Error()}
	var syntaxError syntax.Error
	var unresolved resolve.ErrorList
	var running *starlark.EvalError
	if errors.As(err, &running) {
		f.msg = running.Msg
		f.locate(s, withoutRefused(running.CallStack, running.Msg))
	}
	var limit *limitError
	var value *valueError
	var bind *bindError
	var host *hostError
	var load *loadError
	switch {
	case errors.As(err, &syntaxError):
		f.code, f.msg, f.pos = "syntax", syntaxError.Msg, syntaxError.Pos
		if f.msg == "excessive nesting" { // the parser's own guard, at some 75 brackets or 1000 blocks and operators
			f.code, f.limit = "limit", "nesting"
		}
	case errors.As(err, &unresolved):
		for _, e := range unresolved {
			f.more = append(f.more, resolveFailure(e))
		}
		first := f.more[0]
		f.code, f.msg, f.pos, f.name, f.more = first.code, first.msg, first.pos, first.name, f.more[1:]
	case errors.As(err, &load):
		if load.inner != nil {
			return load.inner
		}
		f.code = "load"
	case s.limit != nil:
		f.code, f.limit, f.msg = "limit", s.limit.limit, s.limit.msg
	case errors.As(err, &limit):
		f.code, f.limit, f.msg = "limit", limit.limit, limit.msg
	case errors.As(err, &host):
		f.code, f.callee, f.hostCode, f.param, f.msg = "host", host.callee, host.code, host.param, host.msg
	case errors.As(err, &bind):
		f.code, f.callee, f.param, f.problem, f.msg = "bind", bind.callee, bind.param, bind.problem, bind.msg
	case errors.As(err, &value):
		f.code, f.msg, f.path = "value", value.msg, value.path
	case strings.HasPrefix(f.msg, "fail: ") && f.callee == "fail":
		f.code, f.callee = "fail", ""
	}
	return f
}

func resolveFailure(e resolve.Error) *failure {
	f := &failure{code: "resolve", msg: e.Msg, pos: e.Pos}
	if name, ok := strings.CutPrefix(e.Msg, "undefined: "); ok {
		f.code = "undefined"
		f.name, _, _ = strings.Cut(name, " ")
	}
	return f
}

// withoutRefused drops the frame of a function that did not accept its arguments: the error lies where it was called.
func withoutRefused(stack starlark.CallStack, msg string) starlark.CallStack {
	last := len(stack) - 1
	rest, ok := strings.CutPrefix(msg, "function "+stack[last].Name+" ")
	if !ok || last == 0 {
		return stack
	}
	for _, problem := range []string{"missing ", "accepts ", "got ", "called recursively"} {
		if strings.HasPrefix(rest, problem) {
			return stack[:last]
		}
	}
	return stack
}
