package main

import (
	"bytes"
	"os"
	"testing"
)

// TestTrained holds that the weights in the binary are those that the labelled set makes, byte for byte.
func TestTrained(t *testing.T) {
	made, err := trainedOn("labelled/train.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile("../../corpus/extract/quote.weights")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made, kept) {
		t.Error("corpus/extract/quote.weights is not what the rules and the labels make now: " +
			"go run ./cmd/eval train -o corpus/extract/quote.weights cmd/eval/labelled/train.jsonl, and measure")
	}
}
