package extract

import (
	_ "embed"
	"hash/fnv"
	"math"

	"dateline/corpus"
)

// learnedWeights weigh what the rules propose, a byte a feature: `go run ./cmd/eval train` makes them from articles
// labelled by reading.
//
//go:embed quote.weights
var learnedWeights string

const (
	// WeightCount is how many weights the features of reports share, by their hashes.
	WeightCount = 1 << 14
	// WeightUnit is how many steps of a weight make one.
	WeightUnit = 24

	leastLikely = .2 // less likely proposals of the rules are dropped
	surelySaid  = .9 // proposals that the rules themselves refuse are taken from here on
)

// A Proposal is a report of speech that the rules see in a text, whether it is kept or not, with its features: what
// weights are learned from.
type Proposal struct {
	Quote    corpus.Quote
	Features []uint32
}

// Proposals gives all that the rules see in an article's body, for training.
func Proposals(d *corpus.Draft) []Proposal {
	t, _ := find(d, Options{NoFacts: true})
	r := t.speech()
	as := r.attributions()
	var all []Proposal
	for i, p := range newResolver(readCast(r, t.tells)).speakers(as) {
		if fs := r.features(&as[i], &p); len(fs) > 0 {
			all = append(all, Proposal{r.quote(as[i], p), fs})
		}
	}
	return all
}

// likelihood is how likely a report is one, by its features.
func likelihood(features []uint32) float64 {
	sum := 0
	for _, f := range features {
		sum += int(int8(learnedWeights[f]))
	}
	return 1 / (1 + math.Exp(-float64(sum)/WeightUnit))
}

// believe settles with the learned weights whether a report is kept and how far it is trusted.
func (r *reading) believe(a *attribution, p *corpus.Person) (keep bool, trust float32) {
	trust = trustIn(a, p)
	fs := r.features(a, p)
	if len(fs) == 0 || r.g != english {
		return !a.weak, trust
	}
	l := likelihood(fs)
	if a.weak {
		return l >= surelySaid, trust
	}
	return l >= leastLikely || !doubtful[a.rule], (trust + float32(l)) / 2
}

// believed leaves the reports that are believed, with their speakers and how far they are trusted.
func (r *reading) believed(proposed []attribution, by []corpus.Person) (as []attribution, speakers []corpus.Person, trust []float32) {
	at := make([]int, len(proposed)+1) // one more than where a report is now
	for i := range proposed {
		keep, t := r.believe(&proposed[i], &by[i])
		if !keep {
			continue
		}
		as, speakers, trust = append(as, proposed[i]), append(speakers, by[i]), append(trust, t)
		at[i+1] = len(as)
	}
	for i := range as {
		as[i].far = at[as[i].far]
	}
	return as, speakers, trust
}

// doubtful are the rules whose reports the weights may drop: what stands in quotation marks or behind "that" was said.
var doubtful = map[string]bool{"clause behind": true, "thing said": true, "judged": true, "to do": true, "urged to": true, "question": true, "fragment": true}

// A featureList collects what is seen of a report.
type featureList []uint32

func (l *featureList) add(name string, values ...string) {
	h := fnv.New32a()
	h.Write([]byte(name))
	for _, v := range values {
		h.Write([]byte{0})
		h.Write([]byte(v))
	}
	*l = append(*l, h.Sum32()%WeightCount)
}

func (l *featureList) when(is bool, name string) {
	if is {
		l.add(name)
	}
}

// features are what weights are kept for: rule, verb, the shape of source and content. Reports without a cue have none.
func (r *reading) features(a *attribution, p *corpus.Person) []uint32 {
	if a.cue.End <= a.cue.Start || len(a.pieces) == 0 {
		return nil
	}
	rule, stem, stance := a.rule, a.verb.stem, string(rune('0'+a.stance))
	if a.weak {
		rule = "weak " + rule
	}
	start, end := a.pieces[0].Start, a.pieces[len(a.pieces)-1].End
	first := r.shape(start)
	l := make(featureList, 0, 40)
	l.add("any")
	l.add("rule", rule)
	l.add("stem", stem)
	l.add("stance", stance)
	for m := manner(1); m != 0 && m <= a.verb.manner; m <<= 1 {
		l.when(a.verb.manner&m != 0, "manner "+string(rune('a'+m%251)))
	}
	l.add("first", r.wordAt(start))
	l.add("first shape", first)
	l.add("second shape", r.shape(start+1))
	l.add("last shape", r.shape(end-1))
	l.add("length", lengthClass(end-start))
	l.when(r.holdsVerb(start, end), "verb")
	l.add("kind", string(p.Kind))
	l.add("cue length", string(rune('0'+min(9, a.cue.End-a.cue.Start))))
	l.add("cue first", r.wordAt(a.cue.Start))
	l.add("cue last", r.wordAt(a.cue.End-1))
	l.add("before cue", r.shape(a.cue.Start-1))
	l.when(start > a.cue.End, "gap")
	l.when(r.quotes(a), "quoted")
	for i := a.cue.Start; i < a.cue.End; i++ {
		l.when(r.is(i, isModal), "modal")
		l.when(r.is(i, isNot), "not")
	}
	head := r.sourceFeatures(&l, a)
	l.add("rule stem", rule, stem)
	l.add("rule first", rule, first)
	l.add("stem first", stem, first)
	l.add("rule kind", rule, string(p.Kind))
	l.add("rule head", rule, head)
	l.add("rule stance", rule, stance)
	return l
}

// sourceFeatures adds what is seen of a source and gives the shape of its head.
func (r *reading) sourceFeatures(l *featureList, a *attribution) (head string) {
	l.when(a.source.far, "far")
	l.when(a.inverted, "inverted")
	if !a.source.found() {
		l.add("no source")
		return ""
	}
	h := r.head(a.source)
	head = r.shape(h)
	l.add("head", r.wordAt(h))
	l.add("head shape", head)
	l.add("source shape", r.shape(a.source.start))
	l.add("before source", r.shape(a.source.start-1))
	l.when(r.gap[a.source.start]&stop != 0, "source opens")
	return head
}

func (r *reading) wordAt(i int) string {
	if i < 0 || i >= len(r.t.Words) {
		return ""
	}
	return r.word(i)
}

// shapes are the roles that tell words apart as features.
var shapes = []role{isAux, isAdverb, isDet, isPoss, isSubject, isPronoun, isPrep, isConj, isSub, isTime, isSpeaking, isPlural, isDocument, isNumber}

// shape is what a word can be, a letter each.
func (r *reading) shape(i int) string {
	if i < 0 || i >= len(r.t.Words) {
		return "-"
	}
	var b [20]byte
	s := b[:0]
	for k, x := range shapes {
		if r.is(i, x) {
			s = append(s, byte('a'+k))
		}
	}
	if r.capital(i) {
		s = append(s, 'C')
	}
	if r.finiteVerb(i) {
		s = append(s, 'V')
	}
	return string(s)
}

func lengthClass(n int) string {
	for i, most := range []int{2, 4, 7, 14, 29} {
		if n <= most {
			return string(rune('0' + i))
		}
	}
	return "long"
}
