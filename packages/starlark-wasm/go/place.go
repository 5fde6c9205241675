package main

import (
	"strings"
	"unicode"

	"go.starlark.net/syntax"
)

// startOfToken corrects a position of the parser, which reports many errors behind the token that it complains about.
// The kind of the token is only in the message. Strings between triple quotes stay as they are.
func startOfToken(source string, e syntax.Error) syntax.Position {
	lines := strings.Split(source, "\n")
	line := int(e.Pos.Line) - 1
	if line >= len(lines) {
		return e.Pos
	}
	before := []rune(strings.TrimSuffix(lines[line], "\r"))
	if int(e.Pos.Col)-1 <= len(before) {
		before = before[:e.Pos.Col-1]
	}
	back := func(n int) syntax.Position {
		if n >= int(e.Pos.Col) {
			return e.Pos
		}
		return syntax.MakePosition(filenameOf(e.Pos), e.Pos.Line, e.Pos.Col-int32(n))
	}
	if operator, _, ok := strings.Cut(e.Msg, " does not associate"); ok {
		return back(len(operator))
	}
	got, want, ok := strings.Cut(strings.TrimPrefix(e.Msg, "got "), ", want")
	switch {
	case strings.HasSuffix(e.Msg, "literal") && !strings.HasPrefix(e.Msg, "got"), strings.HasPrefix(e.Msg, "obsolete"):
		return back(wordBefore(before))
	case !ok || want == " primary expression":
		return e.Pos
	case got == "newline":
		if e.Pos.Col == 1 && line > 0 {
			end := len([]rune(strings.TrimRight(lines[line-1], " \t\r")))
			return syntax.MakePosition(filenameOf(e.Pos), e.Pos.Line-1, int32(end)+1)
		}
		return e.Pos
	case got == "string literal":
		return back(stringBefore(before))
	case strings.HasPrefix(got, "'"):
		return back(len(got) - 2)
	case got == "end of file" || got == "indent" || got == "outdent":
		return e.Pos
	}
	n := wordBefore(before)
	for got != "int literal" && got != "float literal" && n > 1 && !unicode.IsLetter(before[len(before)-n]) && before[len(before)-n] != '_' {
		n-- // 1a is a number and a name
	}
	return back(n)
}

func filenameOf(pos syntax.Position) *string {
	name := pos.Filename()
	return &name
}

// wordBefore is the length of the name or number at the end of a line.
func wordBefore(line []rune) int {
	n := 0
	for n < len(line) {
		if c := line[len(line)-1-n]; c != '_' && c != '.' && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			break
		}
		n++
	}
	return n
}

// stringBefore is the length of the string at the end of a line.
func stringBefore(line []rune) int {
	last := len(line) - 1
	for i := last - 1; i >= 0; i-- {
		if line[i] == line[last] && (i == 0 || line[i-1] != '\\') {
			return last - i + 1
		}
	}
	return 0
}
