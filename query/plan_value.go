package query

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/corpus/names"
	"dateline/corpus/text"
)

// value gives a value the keys that its field is looked up by.
func (p *planner) value(v Value) (Node, error) {
	switch {
	case v.Field == "id":
		return p.id(v)
	case v.Match == Exact:
		return v, nil
	case v.Field == "path":
		return anywhere(v), nil
	case v.Field == "url":
		return address(v), nil
	case v.Match != Stem && isNames(v.Field):
		keys, err := p.like(v)
		v.Keys = keys
		return orNothing(v), err
	case v.Match != Stem:
		return pattern(v), nil
	}
	switch v.Field {
	case "speaker", "person", "author":
		v.Keys = p.person(v.Text)
	case "location", "filed", "about":
		v.Keys = p.location(v)
	case "language":
		keys, err := p.language(v.Text)
		v.Keys = keys
		return orNothing(v), err
	default:
		v.Keys = []string{text.FoldPhrase(v.Text)}
	}
	return orNothing(v), nil
}

func orNothing(v Value) Node {
	v.Keys = slices.DeleteFunc(v.Keys, func(k string) bool { return k == "" })
	if len(v.Keys) == 0 {
		return Nothing{fmt.Sprintf("%s names nobody and nothing", v)}
	}
	return v
}

// id finds the articles whose id begins so.
func (p *planner) id(v Value) (Node, error) {
	if v.Match == Wildcard || v.Match == Regexp {
		return nil, &ParseError{fmt.Sprintf("%s: of an id only its beginning can be looked for", v)}
	}
	ids, err := p.s.Engine.IDs(p.ctx, strings.ToLower(v.Text), queryClauses)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		v.Keys = append(v.Keys, string(id))
	}
	v.Match = Stem
	return orNothing(v), nil
}

// person gives the keys of a name and of the user's aliases for it.
func (p *planner) person(name string) []string {
	keys := names.Lookup(name)
	for canonical, others := range p.s.Aliases {
		group := append([]string{canonical}, others...)
		if !slices.ContainsFunc(group, func(g string) bool { return text.FoldPhrase(g) == text.FoldPhrase(name) }) {
			continue
		}
		for _, g := range group {
			keys = append(keys, names.Lookup(g)...)
		}
		p.plan.Aliases = append(p.plan.Aliases, name+" = "+strings.Join(group, ", "))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// languageNames are the names of languages that archives are mostly in; others go by their tag.
var languageNames = map[string]string{"arabic": "ar", "chinese": "zh", "dutch": "nl", "english": "en", "french": "fr",
	"german": "de", "hebrew": "he", "hindi": "hi", "italian": "it", "japanese": "ja", "korean": "ko", "persian": "fa",
	"polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr",
	"ukrainian": "uk", "urdu": "ur"}

// language finds a language's tag with all its regions: "en" finds "en-GB".
func (p *planner) language(typed string) ([]string, error) {
	tag := strings.ToLower(typed)
	if t, ok := languageNames[tag]; ok {
		tag = t
	}
	all, err := p.s.Engine.Terms(p.ctx, "language", Pattern{}, 0)
	var keys []string
	for _, c := range all {
		if l := strings.ToLower(c.Value); l == tag || strings.HasPrefix(l, tag+"-") {
			keys = append(keys, c.Value)
		}
	}
	return keys, err
}

// like gives the keys of the names that a pattern matches: of a word where a word of a name does, else of the whole name.
// Keys join spellings, so that the pattern has to be held against the names as they are written.
func (p *planner) like(v Value) ([]string, error) {
	matches, err := folded(v).pattern().Compile()
	if err != nil {
		return nil, err
	}
	all, err := p.s.Engine.Terms(p.ctx, v.Field, Pattern{}, 0)
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	for _, c := range all {
		name := text.FoldPhrase(c.Value)
		for _, s := range append(strings.Fields(name), name) {
			if matches(s) {
				found[s] = true
			}
		}
	}
	if len(found) > queryClauses {
		return nil, &ParseError{fmt.Sprintf("%s matches more than %d names: write more letters", v, queryClauses)}
	}
	var keys []string
	for _, s := range slices.Sorted(maps.Keys(found)) {
		keys = append(keys, names.Lookup(s)...)
	}
	slices.Sort(keys)
	return slices.Compact(keys), nil
}

func (v Value) pattern() Pattern { return Pattern{Text: v.Text, Match: v.Match} }

// pattern looks for the terms that values are looked up by, which are folded.
func pattern(v Value) Value {
	v = folded(v)
	if v.Field != "language" {
		v.Field += ".key"
	}
	return v
}

func folded(v Value) Value {
	if v.Match == Regexp {
		v.Text = foldRegexp(v.Text)
	} else {
		v.Text = foldPattern(v.Text)
	}
	return v
}

// anywhere looks for a text, or a pattern, in any part of a value.
func anywhere(v Value) Value {
	if v.Match == Regexp {
		v.Text = ".*(?:" + v.Text + ").*"
		return v
	}
	v.Text, v.Match = "*"+strings.Trim(v.Text, "*")+"*", Wildcard
	return v
}

// address looks up a host with all below it, or a part of an address.
func address(v Value) Node {
	s := strings.ToLower(strings.TrimSuffix(v.Text, "/"))
	if v.Match == Regexp {
		s = foldRegexp(v.Text)
	}
	if v.Match != Stem {
		v.Field, v.Text = "url.key", s
		return anywhere(v)
	}
	if strings.Contains(s, "://") {
		v.Keys = []string{s, s + "/"}
		return v
	}
	if strings.Contains(s, "/") {
		v.Field, v.Text = "url.key", s
		return anywhere(v)
	}
	v.Keys = []string{s, strings.TrimPrefix(s, "www.")}
	return v
}
