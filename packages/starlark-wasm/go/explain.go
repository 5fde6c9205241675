package main

import (
	"errors"
	"strings"

	"go.starlark.net/resolve"
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

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
	case !named && f.msg == "format requires a mapping":
		f.msg = "format strings have no %(name)s here"
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
