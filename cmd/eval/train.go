package main

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"

	"dateline/corpus"
	"dateline/corpus/extract"
)

func init() {
	register(measurement{"train", "train -o corpus/extract/quote.weights GOLD.jsonl: weights of reports of speech from labelled articles", train})
}

func train(args []string) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	out := flags.String("o", "", "file to write the weights to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 || *out == "" {
		return errors.New("wants one gold file, and -o")
	}
	weights, err := trainedOn(flags.Arg(0))
	if err != nil {
		return err
	}
	return os.WriteFile(*out, weights, 0o644)
}

// An example is a report that the rules propose, and whether the gold has it.
type example struct {
	features []uint32
	said     float64
}

// trainedOn gives the weights that a labelled set makes, always the same.
func trainedOn(path string) ([]byte, error) {
	gold, err := readGold(path)
	if err != nil {
		return nil, err
	}
	examples := examplesOf(gold)
	w := regress(examples)
	out := make([]byte, len(w))
	used := 0
	for i, x := range w {
		step := int8(max(-127, min(127, math.Round(x*extract.WeightUnit))))
		out[i] = byte(step)
		used += min(1, max(int(step), -int(step)))
	}
	fmt.Fprintf(os.Stderr, "%d reports, %d weights\n", len(examples), used)
	return out, nil
}

// examplesOf tells of all that the rules propose in labelled articles whether it is there.
func examplesOf(gold []goldArticle) []example {
	var all []example
	for _, g := range gold {
		proposals := extract.Proposals(&corpus.Draft{Text: g.Text, Part: corpus.PartText})
		labelled, found := make([][][2]int, len(g.Quotes)), make([][][2]int, len(proposals))
		for i, q := range g.Quotes {
			labelled[i] = q.Content
		}
		for j, p := range proposals {
			for _, s := range p.Quote.Words {
				found[j] = append(found[j], [2]int{s.Start, s.End})
			}
		}
		_, ofFound := matched(labelled, found)
		for j, p := range proposals {
			e := example{features: p.Features}
			if _, hit := ofFound[j]; hit {
				e.said = 1
			}
			all = append(all, e)
		}
	}
	return all
}

// The rounds through the examples, the step, and the pull of weights towards zero: chosen on the labelled development part.
const (
	rounds = 60
	rate   = .1
	pull   = 150.
)

// regress is a logistic regression by AdaGrad. Products are rounded one by one, so that no machine fuses them.
func regress(examples []example) []float64 {
	w, sum := make([]float64, extract.WeightCount), make([]float64, extract.WeightCount)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	dice := rand.New(rand.NewPCG(1, 1))
	for range rounds {
		dice.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			z := 0.
			for _, f := range e.features {
				z += w[f]
			}
			wrong := 1/(1+math.Exp(-max(-30, min(30, z)))) - e.said
			for _, f := range e.features {
				g := wrong + float64(pull*w[f])/float64(len(examples))
				sum[f] += float64(g * g)
				w[f] -= float64(rate*g) / math.Sqrt(sum[f]+1e-6)
			}
		}
	}
	return w
}
