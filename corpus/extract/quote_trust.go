package extract

import "dateline/corpus"

// ruleTrust is how often a rule was right, in words and speaker, in news that nobody here wrote: measured on PolNeAR's
// training part, and raised a little where reading showed that its labels leave things out.
var ruleTrust = map[string]float32{
	"interrupted":   .9,
	"quote before":  .95,
	"as reported":   .9,
	"quote behind":  .8,
	"that":          .8,
	"according to":  .8,
	"clause around": .8,
	"clause before": .75,
	"clause behind": .75,
	"quoted as":     .75,
	"colon":         .65,
	"headline":      .8,
	"dash":          .75,
	"question":      .6,
	"thing said":    .6,
	"judged":        .6,
	"to do":         .55,
	"urged to":      .55,
	"fragment":      .55,
	"continued":     .6,
	"goes on":       .8,
	"next":          .4,
}

// trustIn weighs a rule by how the speaker was told: a name that stands there is sure, a pronoun is less, and a subject
// taken from elsewhere in the sentence less again.
func trustIn(a *attribution, p *corpus.Person) float32 {
	t := ruleTrust[a.rule]
	switch {
	case p.Kind == "" || p.Canonical == "":
		return t * .9 // nobody is named: only the words can be right
	case a.source.far:
		t *= .9
	}
	if a.source.end-a.source.start == 1 && p.Kind == corpus.Individual && p.Text != "" && len(p.Text) <= 4 && p.Canonical != p.Text {
		t *= .92 // "he", "she", "who"
	}
	return t
}
