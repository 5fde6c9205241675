package main

import (
	"fmt"

	"go.starlark.net/syntax"
)

// A visit is a node that waits, and how deep it lies.
type visit struct {
	node  syntax.Node
	depth int
}

// checkTree refuses trees that the resolver and the compiler, which are recursive, might not survive, and load
// statements where there is nothing to load from. It keeps its own stack.
func (s *session) checkTree(file *syntax.File) (found *failure) {
	walk(file, func(v visit) bool {
		if _, ok := v.node.(*syntax.LoadStmt); ok && !s.loads {
			found = &failure{code: "syntax", msg: "load is not allowed here", pos: start(v.node)}
		}
		if v.depth > limits.expression {
			msg := fmt.Sprintf("syntax tree is deeper than %d", limits.expression)
			found = &failure{code: "limit", limit: "expression", msg: msg, pos: start(v.node)}
		}
		return found == nil
	})
	return found
}

// normal moves the position of a call from its bracket to its start.
func (s *session) normal(pos syntax.Position) syntax.Position {
	starts := s.calls[pos.Filename()]
	if starts == nil {
		starts = map[[2]int32]syntax.Position{}
		if file := s.trees[pos.Filename()]; file != nil {
			walk(file, func(v visit) bool {
				if call, ok := v.node.(*syntax.CallExpr); ok {
					starts[[2]int32{call.Lparen.Line, call.Lparen.Col}] = start(call)
				}
				return true
			})
		}
		s.calls[pos.Filename()] = starts
	}
	if at, ok := starts[[2]int32{pos.Line, pos.Col}]; ok {
		return at
	}
	return pos
}

// walk calls f for every node, parents first, until it returns false.
func walk(file *syntax.File, f func(visit) bool) {
	var stack []visit
	depth := 0
	push := func(node syntax.Node) { stack = append(stack, visit{node, depth}) }
	for i := len(file.Stmts) - 1; i >= 0; i-- {
		push(file.Stmts[i])
	}
	for len(stack) > 0 {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !f(v) {
			return
		}
		depth = v.depth + 1
		mark := len(stack)
		children(v.node, push)
		for i, j := mark, len(stack)-1; i < j; i, j = i+1, j-1 {
			stack[i], stack[j] = stack[j], stack[i]
		}
	}
}

// children calls f for the nodes right below a node.
func children(node syntax.Node, f func(syntax.Node)) {
	first := true
	syntax.Walk(node, func(n syntax.Node) bool {
		if n == nil {
			return false
		}
		if first {
			first = false
			return true
		}
		f(n)
		return false
	})
}

// start is syntax.Start without its recursion along chains of operators and calls.
func start(node syntax.Node) syntax.Position {
	for {
		switch n := node.(type) {
		case *syntax.BinaryExpr:
			node = n.X
		case *syntax.CallExpr:
			node = n.Fn
		case *syntax.DotExpr:
			node = n.X
		case *syntax.IndexExpr:
			node = n.X
		case *syntax.SliceExpr:
			node = n.X
		case *syntax.CondExpr:
			node = n.True
		case *syntax.ExprStmt:
			node = n.X
		default:
			return syntax.Start(node)
		}
	}
}
