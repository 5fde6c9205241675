// Command starlark-wasm is go.starlark.net as a WebAssembly reactor: the host writes a request into memory that it
// asked for, calls one export, and reads the answer. Everything is text in the notation of encode.go.
package main

import "unsafe"

var (
	request []byte // what the host wrote
	answer  []byte // what the last export left for the host
)

func main() {}

// allocate makes room for a request of size bytes and returns where.
//
//go:wasmexport allocate
func allocate(size int32) unsafe.Pointer {
	request = make([]byte, size)
	return unsafe.Pointer(unsafe.SliceData(request))
}

// answerAt returns where the last answer lies.
//
//go:wasmexport answer_at
func answerAt() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(answer)) }

// setup reads the configuration in the request. It leaves an empty answer, or what is wrong with the configuration.
//
//go:wasmexport setup
func setup() int32 {
	answer = answer[:0]
	if err := configure(takeRequest()); err != nil {
		answer = append(answer, err.Error()...)
	}
	return int32(len(answer))
}

// eval runs the request `[filename, source, loads]`. The answer is a line with prints, steps and error, then the value.
//
//go:wasmexport eval
func eval() int32 {
	answer = evaluate(takeRequest())
	return int32(len(answer))
}

// read writes out the value behind a handle, during a call of a builtin.
//
//go:wasmexport read
func read(id int32) int32 {
	answer = current.read(int(id))
	return int32(len(answer))
}

func takeRequest() string {
	text := unsafe.String(unsafe.SliceData(request), len(request))
	request = nil
	return text
}

const (
	opCall = 0
	opLoad = 1
)

// hostCall asks the host for a builtin (opCall) or a module (opLoad) and returns the length of its answer.
//
//go:wasmimport host call
func hostCall(op int32, at unsafe.Pointer, size int32) int32

// hostTake has the host write the answer of the last hostCall.
//
//go:wasmimport host take
func hostTake(at unsafe.Pointer)

func askHost(op int32, question []byte) string {
	size := hostCall(op, unsafe.Pointer(unsafe.SliceData(question)), int32(len(question)))
	if size <= 0 {
		return ""
	}
	buffer := make([]byte, size)
	hostTake(unsafe.Pointer(unsafe.SliceData(buffer)))
	return unsafe.String(unsafe.SliceData(buffer), len(buffer))
}
