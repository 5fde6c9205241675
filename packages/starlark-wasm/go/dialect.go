package main

import (
	"strings"
	_ "unsafe" // for go:linkname

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// Where the specification of Starlark and starlark-go part, or leave it open.

// The methods of strings, which starlark-go keeps to itself.
//
//go:linkname stringMethods go.starlark.net/starlark.stringMethods
var stringMethods map[string]*starlark.Builtin

// A function is a builtin whose text is its name.
type function struct{ *starlark.Builtin }

func (f function) String() string { return f.Name() }

// An opaque value can be iterated over; starlark-go's `elems()` has a length and an index, too.
type opaque struct{ starlark.Iterable }

// A plain value is a dict that format strings do not look into.
type plain struct{ starlark.Value }

func init() {
	universe := starlark.Universe
	for name, value := range universe {
		if builtin, ok := value.(*starlark.Builtin); ok {
			universe[name] = function{builtin}
		}
	}
	withoutArguments(universe, "int", starlark.MakeInt(0))
	withoutArguments(universe, "float", starlark.Float(0))
	for _, name := range []string{"elems", "elem_ords"} {
		changeMethod(name, func(_, result starlark.Value) starlark.Value { return opaque{result.(starlark.Iterable)} })
	}
	changeMethod("upper", func(receiver, _ starlark.Value) starlark.Value {
		return starlark.String(upper(string(receiver.(starlark.String))))
	})
}

// withoutArguments has a builtin return a value where it is called with nothing.
func withoutArguments(dict starlark.StringDict, name string, value starlark.Value) {
	given := dict[name].(starlark.Callable)
	dict[name] = function{starlark.NewBuiltin(name, func(thread *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args)+len(kwargs) == 0 {
			return value, nil
		}
		return given.CallInternal(thread, args, kwargs)
	})}
}

// changeMethod replaces what a method of strings returns; its arguments are still checked by starlark-go.
func changeMethod(name string, change func(receiver, result starlark.Value) starlark.Value) {
	given := stringMethods[name]
	stringMethods[name] = starlark.NewBuiltin(name, func(thread *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		result, err := given.BindReceiver(b.Receiver()).CallInternal(thread, args, kwargs)
		if err != nil {
			return nil, err
		}
		return change(b.Receiver(), result), nil
	})
}

// upper is the whole upper case of Unicode; strings.ToUpper knows only what stays one character.
func upper(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return strings.ToUpper(longUpper.Replace(s))
		}
	}
	return strings.ToUpper(s)
}

// longUpper has the unconditional upper cases of several characters of Unicode's SpecialCasing.txt.
var longUpper = strings.NewReplacer(longUpperPairs()...)

func longUpperPairs() []string {
	pairs := strings.Fields("" +
		"\u00df SS \u0149 \u02bcN \u01f0 J\u030c \u0390 \u0399\u0308\u0301 \u03b0 \u03a5\u0308\u0301 \u0587 \u0535\u0552 " +
		"\u1e96 H\u0331 \u1e97 T\u0308 \u1e98 W\u030a \u1e99 Y\u030a \u1e9a A\u02be " +
		"\u1f50 \u03a5\u0313 \u1f52 \u03a5\u0313\u0300 \u1f54 \u03a5\u0313\u0301 \u1f56 \u03a5\u0313\u0342 " +
		"\u1fb2 \u1fba\u0399 \u1fb3 \u0391\u0399 \u1fb4 \u0386\u0399 \u1fb6 \u0391\u0342 \u1fb7 \u0391\u0342\u0399 \u1fbc \u0391\u0399 " +
		"\u1fc2 \u1fca\u0399 \u1fc3 \u0397\u0399 \u1fc4 \u0389\u0399 \u1fc6 \u0397\u0342 \u1fc7 \u0397\u0342\u0399 \u1fcc \u0397\u0399 " +
		"\u1fd2 \u0399\u0308\u0300 \u1fd3 \u0399\u0308\u0301 \u1fd6 \u0399\u0342 \u1fd7 \u0399\u0308\u0342 " +
		"\u1fe2 \u03a5\u0308\u0300 \u1fe3 \u03a5\u0308\u0301 \u1fe4 \u03a1\u0313 \u1fe6 \u03a5\u0342 \u1fe7 \u03a5\u0308\u0342 " +
		"\u1ff2 \u1ffa\u0399 \u1ff3 \u03a9\u0399 \u1ff4 \u038f\u0399 \u1ff6 \u03a9\u0342 \u1ff7 \u03a9\u0342\u0399 \u1ffc \u03a9\u0399 " +
		"\ufb00 FF \ufb01 FI \ufb02 FL \ufb03 FFI \ufb04 FFL \ufb05 ST \ufb06 ST " +
		"\ufb13 \u0544\u0546 \ufb14 \u0544\u0535 \ufb15 \u0544\u053b \ufb16 \u054e\u0546 \ufb17 \u0544\u053d")
	for _, iota := range [][2]rune{{0x1f80, 0x1f08}, {0x1f90, 0x1f28}, {0x1fa0, 0x1f68}} {
		for i := rune(0); i < 16; i++ {
			pairs = append(pairs, string(iota[0]+i), string([]rune{iota[1] + i%8, 0x399}))
		}
	}
	return pairs
}

// plainName is a builtin that no source can name.
const plainName = "<plain>"

var plainOperand = starlark.NewBuiltin(plainName, func(_ *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	if dict, ok := args[0].(*starlark.Dict); ok {
		return plain{dict}, nil
	}
	return args[0], nil
})

// withoutNamedFormats has `%(name)s` refused: every `x % y` where y may be a dict becomes `x % <plain>(y)`.
func withoutNamedFormats(file *syntax.File) {
	hide := func(y syntax.Expr) syntax.Expr {
		switch y.(type) {
		case *syntax.Literal, *syntax.TupleExpr, *syntax.ListExpr:
			return y
		}
		at := start(y)
		return &syntax.CallExpr{Fn: &syntax.Ident{NamePos: at, Name: plainName}, Lparen: at, Args: []syntax.Expr{y}, Rparen: at}
	}
	walk(file, func(v visit) bool {
		switch n := v.node.(type) {
		case *syntax.BinaryExpr:
			if n.Op == syntax.PERCENT {
				n.Y = hide(n.Y)
			}
		case *syntax.AssignStmt:
			if n.Op == syntax.PERCENT_EQ {
				n.RHS = hide(n.RHS)
			}
		}
		return true
	})
}
