package extract

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// A manner says what a reporting verb takes. A verb may have several.
type manner uint16

const (
	says     manner = 1 << iota // a proposition, with or without "that", or quoted words: "said"
	tells                       // a hearer, then a proposition: "told reporters that"
	asks                        // a question: "asked whether"
	thinks                      // a proposition that is held, not uttered: "believes"
	shows                       // a proposition, of documents: "the study found that"
	utters                      // a thing said in a noun phrase: "announced the beginning of"
	promises                    // what the speaker will do: "vowed to"
	urges                       // a hearer and what he shall do: "urged them to"
	judges                      // somebody and what he is called: "called him a liar"
	nods                        // no words by itself, but introduces quoted ones: "smiled", "read", "went on"
	weak                        // often no speech at all: wants a sign beside it, "that", marks or a person
	nounish                     // its base and s-form are more often nouns: "claims", "reports"
)

// verbs lists stems by manner. A stem ending in "*" doubles its last consonant ("admit*": admitted).
var verbs = []struct {
	manner manner
	stems  string
}{
	{says | utters, `acknowledge admit* affirm allege announce assert aver* avow claim concede confess confirm contend
		declare deny disclose divulge proclaim profess report retort reveal reaffirm reassert reconfirm recount`},
	{says, `add agree argue boast caution certify chide clarify comment complain conclude confide counter cry demur*
		echo elaborate email emphasise emphasize enthuse estimate exclaim explain explode fume gloat gripe grumble gush
		hint hypothesise hypothesize imply insinuate insist interject intone joke lament maintain marvel mention moan
		muse mutter note object observe opine plead* posit postulate predict prophesy protest quip* rant reason
		recall reckon reiterate rejoin remark reminisce repeat reply report respond retort rhapsodise scoff
		shout signal snap* sniff speculate state stipulate stress suggest surmise swear testify theorise theorize
		tweet underline underscore venture volunteer warn whine whisper wonder worry write yell banter bellow blurt
		concur* decree effuse extrapolate forecast foretell forewarn instruct moot murmur ponder preach rejoice
		summarise summarize telegraph text tout trumpet vent admonish contradict rebut* blog* caption
		chant cheer chuckle cite conjecture corroborate deadpan* decry deplore detail dictate bemoan bewail inveigh
		pontificate rationalise rationalize sigh stutter stammer spell* snarl thunder snipe crow bluster promise pledge vow`},
	{tells, `tell advise assure brief inform notify remind reassure warn teach text alert caution
		apprise`},
	{asks, `ask inquire enquire query question wonder demand`},
	{thinks, `believe think assume anticipate deem doubt dream envisage envision expect fear feel
		foresee guess hope imagine presume realise realize recognise recognize regret* suspect
		 dread fret* disagree bet* worry conclude remember`},
	{weak, `shoot refer* point speak talk apologize apologise lie`},
	{shows, `show find suggest indicate reveal demonstrate project conclude estimate read`},
	{utters, `announce outline unveil propose demand reject rebuff refute repudiate dismiss advocate
		denounce condemn deplore criticise criticize slam* blast decry lambast lambaste praise hail applaud
		laud commend defend question dispute deny mention describe detail express voice reiterate
		stress emphasize emphasise underline cite forecast predict suggest preach urge
		 lament bemoan debunk downplay confirm underscore convey echo explain report
		`},
	{promises, `promise pledge vow swear threaten offer agree refuse undertake guarantee volunteer hope
		 claim profess`},
	{urges, `urge ask tell advise order instruct exhort implore beg* beseech entreat command request
		direct warn forbid counsel remind challenge appeal call recommend expect
		 `},
	{judges, `call describe accuse blame label brand dub* term criticise criticize praise denounce deride dismiss
		liken compare characterise characterize portray ridicule mock slam* blast condemn hail welcome charge chide
		castigate excoriate fault lambast lambaste rebuke rap* scold scorn decry thank credit pronounce
		 assail berate deem`},
	{nods, `begin continue conclude read go answer laugh smile shrug* nod* grin* interrupt sing roar sob* groan growl
		hiss bark post shriek scream urge call demand finish quote intervene weigh start sum* open holler croon drawl
		lecture ad-lib* persist croak rasp wail plead coo gasp bristle tease taunt sneer beam boom shoot`},
	{weak, `show find answer begin call calculate cite continue counter cry detail echo expect figure
		find finish go imagine laugh maintain observe offer open order plan* post project
		 question read recognise recognize remember rule see signal smile start sum*
		urge venture feel fear welcome challenge describe defend debate
		express voice hail charge direct spell* sing teach text radio phone quote
		term thank wonder worry notify brief credit compare agree object advocate underline
		underscore echo cheer tout vent rebut* contradict corroborate intend hope
		threaten promise slam* rap* blast fault brand label indicate suggest reveal demonstrate estimate
		outline unveil propose reject rebuff refuse refute repudiate dismiss praise applaud laud commend`},
	{nounish, `claim report comment state note doubt question show find hint joke brief text post project estimate
		forecast worry fear feel hope guess plan* charge call offer order fault view address challenge pledge promise
		vow demand request protest urge counter remark signal cheer dispute reason level shout cry
		caution chant quote label brand term bet* doubt regret* dream bark laugh smile beam read
		praise rebuke shrug* detail blast slam* rap* address tweet whisper mention debate scorn fret* email
		pronounce threat blame credit thank wail roar open start direct ponder point talk`},
}

// irregular forms: stem, s-form, past, participle, ing-form.
const irregular = `say says said said saying; tell tells told told telling; think thinks thought thought thinking;
	know knows knew known knowing; feel feels felt felt feeling; find finds found found finding; show shows showed shown
	showing; write writes wrote written writing; read reads read read reading; go goes went gone going; begin begins
	began begun beginning; understand understands understood understood understanding; foresee foresees foresaw
	foreseen foreseeing; foretell foretells foretold foretold foretelling; swear swears swore sworn swearing; cry cries
	cried cried crying; deny denies denied denied denying; testify testifies testified testified testifying; reply
	replies replied replied replying; worry worries worried worried worrying; clarify clarifies clarified clarified
	clarifying; notify notifies notified notified notifying; imply implies implied implied implying; certify certifies
	certified certified certifying; teach teaches taught taught teaching; see sees saw seen seeing; bet bets bet bet
	betting; sing sings sang sung singing; forbid forbids forbade forbidden forbidding; beseech beseeches besought
	besought beseeching; query queries queried queried querying; prophesy prophesies prophesied prophesied prophesying;
	undertake undertakes undertook undertaken undertaking; underwrite underwrites underwrote underwritten underwriting;
	plead pleads pleaded pleaded pleading; prove proves proved proven proving; rebut rebuts rebutted rebutted rebutting;
	teach teaches taught taught teaching; lobby lobbies lobbied lobbied lobbying; preach preaches preached preached
	preaching; forecast forecasts forecast forecast forecasting; spell spells spelled spelt spelling;
	telegraph telegraphs telegraphed telegraphed telegraphing; decree decrees decreed decreed decreeing;
	outline outlines outlined outlined outlining; disagree disagrees disagreed disagreed disagreeing; agree agrees
	agreed agreed agreeing; quote quotes quoted quoted quoting`

// A form tells how a verb stands.
type form uint8

const (
	baseForm form = 1 << iota
	sForm
	pastForm
	participle
	ingForm
)

// A verb is what a word can be as a reporting verb.
type verb struct {
	stem   string
	manner manner
	form   form
}

// verbForms maps every form of every reporting verb, in lower case, to what it can be.
var verbForms = sync.OnceValue(readVerbs)

func readVerbs() map[string]verb {
	manners := map[string]manner{"say": says}
	for _, v := range verbs {
		for _, stem := range strings.Fields(v.stems) {
			manners[stem] |= v.manner
		}
	}
	forms := make(map[string]verb, 4*len(manners))
	add := func(word, stem string, f form) {
		v := forms[word]
		forms[word] = verb{stem, v.manner | manners[stem] | manners[stem+"*"], v.form | f}
	}
	odd := map[string]bool{}
	for _, line := range strings.Split(irregular, ";") {
		w := strings.Fields(line)
		odd[w[0]] = true
		for i, f := range []form{baseForm, sForm, pastForm, participle, ingForm} {
			add(w[i], w[0], f)
		}
	}
	for _, stem := range slices.Sorted(maps.Keys(manners)) { // of two with a form in common, "lambast" and "lambaste", the last has it
		if plain := strings.TrimSuffix(stem, "*"); !odd[plain] {
			inflect(plain, plain != stem, add)
		}
	}
	return forms
}

// inflect gives the forms of a regular verb.
func inflect(stem string, double bool, add func(word, stem string, f form)) {
	root, last := stem, stem[len(stem)-1]
	s := stem + "s"
	switch {
	case strings.HasSuffix(stem, "s"), strings.HasSuffix(stem, "sh"), strings.HasSuffix(stem, "ch"), last == 'x':
		s = stem + "es"
	case last == 'e':
		root = stem[:len(stem)-1]
	case double:
		root = stem + stem[len(stem)-1:]
	}
	add(stem, stem, baseForm)
	add(s, stem, sForm)
	add(root+"ed", stem, pastForm|participle)
	add(root+"ing", stem, ingForm)
}
