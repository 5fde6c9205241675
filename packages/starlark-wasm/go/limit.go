package main

import (
	"fmt"
	"time"

	"go.starlark.net/starlark"
)

// A limitError ends an evaluation that wants more than it may have.
type limitError struct{ limit, msg string }

func (e *limitError) Error() string { return e.msg }

const (
	pollSteps  = 200  // at most so many steps between two looks at the call depth
	clockSteps = 1000 // and so many between two looks at the clock
)

// poll is called by the interpreter when it reaches the step that was set last.
func (s *session) poll(thread *starlark.Thread) {
	depth := thread.CallStackDepth()
	switch {
	case thread.Steps > uint64(limits.steps):
		s.abort(thread, "steps", fmt.Sprintf("more than %d steps", limits.steps))
	case depth > limits.depth:
		s.abort(thread, "depth", fmt.Sprintf("call depth exceeds %d", limits.depth))
	case thread.Steps >= s.nextClock:
		s.nextClock = thread.Steps + clockSteps
		if time.Now().After(s.deadline) {
			s.abort(thread, "time", fmt.Sprintf("took longer than %d ms", limits.millis))
		}
	}
	// One step makes two frames at most (a builtin and the function that it calls), so none is overlooked.
	ahead := min(pollSteps, max(0, limits.depth-depth)/2+1)
	thread.SetMaxExecutionSteps(min(thread.Steps+uint64(ahead), max(thread.Steps, uint64(limits.steps))+1))
}

func (s *session) abort(thread *starlark.Thread, limit, msg string) {
	if s.limit == nil {
		s.limit = &limitError{limit, msg}
	}
	thread.Cancel(msg)
}
