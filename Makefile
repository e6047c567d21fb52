.PHONY: build test demo ci fuzz readme

build:
	CGO_ENABLED=0 go build -trimpath -o bin/dateline ./cmd/dateline

test:
	go test ./...

demo:
	go run ./cmd/dateline demo

readme: # writes the demo's output into the README anew
	go test ./cmd/dateline -run TestReadme -rewrite

ci:
	.ci/run
