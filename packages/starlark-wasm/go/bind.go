package main

import (
	"fmt"
	"math"
	"strings"

	"go.starlark.net/starlark"
)

// A signature says how a builtin of the host may be called. Arguments are bound and checked here, where an int still
// differs from a float.
type signature struct {
	name       string
	params     []param
	index      map[string]int
	positional int // how many may be given by position
}

type param struct {
	name     string
	kind     kind
	required bool
}

// A kind is `int`, `list<int>`, `dict<any>`, each with an optional `?` behind it that lets None through.
type kind struct {
	text     string
	outer    string // "", "list" or "dict"
	item     string
	nullable bool
}

var itemKinds = map[string]string{
	"any": "any value", "value": "a value", "int": "int", "int32": "int", "int64": "int", "num": "int or float",
	"float": "float", "str": "string", "bool": "bool",
}

func parseKind(text string) (kind, error) {
	k := kind{text: text}
	rest, nullable := strings.CutSuffix(text, "?")
	k.nullable, k.item = nullable, rest
	for _, outer := range []string{"list", "dict"} {
		if inner, ok := strings.CutPrefix(rest, outer+"<"); ok && strings.HasSuffix(inner, ">") {
			k.outer, k.item = outer, inner[:len(inner)-1]
		}
	}
	if itemKinds[k.item] == "" {
		return k, fmt.Errorf("unknown parameter type %q", text)
	}
	return k, nil
}

// A bindError says what is wrong with the arguments of a call.
type bindError struct {
	callee, param, problem, msg string
}

func (e *bindError) Error() string { return e.callee + ": " + e.msg }

// bind assigns arguments to parameters; nil where none was given.
func (s *signature) bind(args starlark.Tuple, kwargs []starlark.Tuple) ([]starlark.Value, error) {
	fail := func(param, problem, format string, a ...any) error {
		return &bindError{s.name, param, problem, fmt.Sprintf(format, a...)}
	}
	if len(args) > s.positional {
		return nil, fail("", "excess", "got %d positional arguments, want at most %d", len(args), s.positional)
	}
	bound := make([]starlark.Value, len(s.params))
	copy(bound, args)
	for _, pair := range kwargs {
		name := string(pair[0].(starlark.String))
		i, ok := s.index[name]
		if !ok {
			return nil, fail(name, "unknown", "unexpected keyword argument %s", name)
		}
		if bound[i] != nil {
			return nil, fail(name, "duplicate", "got multiple values for parameter %s", name)
		}
		bound[i] = pair[1]
	}
	for i, p := range s.params {
		if bound[i] == nil && p.required {
			return nil, fail(p.name, "missing", "missing argument for %s", p.name)
		}
	}
	return bound, nil
}

// encode writes bound arguments for the host, each checked against its kind.
func (s *signature) encode(e *encoder, session *session, bound []starlark.Value) error {
	for i, v := range bound {
		e.buf = append(e.buf, ',')
		if v == nil {
			e.buf = append(e.buf, '~')
			continue
		}
		p := s.params[i]
		if err := p.kind.encode(e, session, v); err != nil {
			if _, ok := err.(*limitError); ok {
				return err
			}
			return &bindError{s.name, p.name, "type", fmt.Sprintf("for parameter %s: %v", p.name, err)}
		}
	}
	return nil
}

func (k kind) encode(e *encoder, s *session, v starlark.Value) error {
	if k.nullable && v == starlark.None {
		return e.value(v)
	}
	item := func(v starlark.Value) error { return encodeItem(e, s, k.item, v) }
	switch k.outer {
	case "list":
		l, ok := v.(*starlark.List)
		if !ok {
			return fmt.Errorf("got %s, want list", v.Type())
		}
		return e.items(l, item)
	case "dict":
		d, ok := v.(*starlark.Dict)
		if !ok {
			return fmt.Errorf("got %s, want dict", v.Type())
		}
		return e.dict(d, item)
	}
	return item(v)
}

func encodeItem(e *encoder, s *session, want string, v starlark.Value) error {
	switch x := v.(type) {
	case starlark.Int:
		if want == "num" {
			f := x.Float()
			if math.IsInf(float64(f), 0) {
				return fmt.Errorf("%s is too large for a float", x)
			}
			return e.float(float64(f))
		}
		if n, ok := x.Int64(); !ok && want == "int64" || want == "int32" && (!ok || n != int64(int32(n))) {
			return fmt.Errorf("%s does not fit into %s", x, want)
		}
		if want == "any" || want == "value" || strings.HasPrefix(want, "int") {
			return e.value(v)
		}
	case starlark.Float:
		if want == "any" || want == "value" || want == "num" || want == "float" {
			return e.value(v)
		}
	case starlark.String:
		if want == "any" || want == "value" || want == "str" {
			return e.value(v)
		}
	case starlark.Bool:
		if want == "any" || want == "value" || want == "bool" {
			return e.value(v)
		}
	case starlark.NoneType:
		if want == "any" || want == "value" {
			return e.value(v)
		}
	default:
		switch want {
		case "any":
			e.buf = s.appendHandle(e.buf, v)
			return nil
		case "value":
			return e.value(v)
		}
	}
	return fmt.Errorf("got %s, want %s", v.Type(), itemKinds[want])
}
