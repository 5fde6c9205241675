package main

import (
	"fmt"
	"runtime/debug"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// What the host sets once for an instance.
var (
	options     *syntax.FileOptions
	limits      limitSet
	tuples      bool
	named       bool // `%(name)s` in format strings
	predeclared starlark.StringDict
)

type limitSet struct {
	steps, depth, millis, source, expression, valueDepth, output int
}

// configure reads `{limits, language, tuples, omit, builtins}`.
func configure(text string) error {
	v, err := decode(text, nil)
	if err != nil {
		return err
	}
	l := field(v, "limits")
	limits = limitSet{
		steps: number(l, "steps"), depth: number(l, "depth"), millis: number(l, "millis"),
		source: number(l, "source"), expression: number(l, "expression"),
		valueDepth: number(l, "valueDepth"), output: number(l, "output"),
	}
	// The collector works harder before the memory is full, which nothing survives.
	debug.SetMemoryLimit(int64(number(l, "memory")) / 8 * 7)
	language := field(v, "language")
	options = &syntax.FileOptions{
		Set: flag(language, "set"), While: flag(language, "while"), Recursion: flag(language, "recursion"),
		TopLevelControl: flag(language, "topLevelControl"), GlobalReassign: flag(language, "globalReassign"),
	}
	named = flag(language, "namedFormats")
	tuples = flag(v, "tuples")
	for _, name := range list(v, "omit") {
		delete(starlark.Universe, string(name.(starlark.String)))
	}
	predeclared = starlark.StringDict{plainName: plainOperand}
	for i, b := range list(v, "builtins") {
		s, err := readSignature(b)
		if err != nil {
			return err
		}
		predeclared[s.name] = function{starlark.NewBuiltin(s.name, s.builtin(i))}
	}
	return nil
}

func field(v starlark.Value, name string) starlark.Value {
	if dict, ok := v.(*starlark.Dict); ok {
		if value, found, _ := dict.Get(starlark.String(name)); found {
			return value
		}
	}
	return starlark.None
}

func number(v starlark.Value, name string) int {
	n, ok := field(v, name).(starlark.Int)
	if !ok {
		return 0
	}
	i, _ := n.Int64()
	return int(i)
}

func flag(v starlark.Value, name string) bool { return bool(field(v, name).Truth()) }

func word(v starlark.Value, name string) string {
	s, _ := field(v, name).(starlark.String)
	return string(s)
}

func list(v starlark.Value, name string) []starlark.Value {
	items, ok := field(v, name).(*starlark.List)
	if !ok {
		return nil
	}
	all := make([]starlark.Value, items.Len())
	for i := range all {
		all[i] = items.Index(i)
	}
	return all
}

func readSignature(v starlark.Value) (*signature, error) {
	s := &signature{name: word(v, "name"), index: map[string]int{}}
	for i, p := range list(v, "params") {
		kind, err := parseKind(word(p, "type"))
		if err != nil {
			return nil, fmt.Errorf("%s: %v", s.name, err)
		}
		name := word(p, "name")
		s.params = append(s.params, param{name, kind, flag(p, "required")})
		s.index[name] = i
		if s.positional == i && !flag(v, "keywordOnly") && !flag(p, "keywordOnly") {
			s.positional = i + 1
		}
	}
	return s, nil
}
