package extract

import (
	"strings"

	"dateline/corpus/text"
)

// counties end the name of a county.
var counties = listed("county parish township twp")

// institutions end the name of what serves a town or a county.
var institutions = listed(`department council board commission committee authority office bureau library museum society association
	club league lodge auxiliary academy court courthouse jail clinic chamber district coalition legion zoo reservoir fairgrounds
	detectives attorney coroner prosecutor commissioner selectman selectmen alderman deputy superintendent spokesman spokeswoman`)

// isCounty reports whether a mention says itself that it is a county: "Kent County Commission" speaks of one.
func (p *toponyms) isCounty(m *toponym) bool {
	return m.End-m.Start > 1 && counties[strings.ToLower(p.x.Word(m.End-1))]
}

// ofInstitution reports whether a mention opens the name of what serves a town: "Athens Public Library". In an agency's story
// it hardly does: "Chicago Board of Trade".
func (p *toponyms) ofInstitution(m *toponym) bool {
	if p.t.Dateline.Wire.Len() > 0 {
		return false
	}
	const longest = 5
	for i := m.End; i < min(len(p.x.Words), m.End+longest) && (p.x.Gap(i) == " " || p.x.Gap(i) == " & ") && !p.opens(i); i++ {
		if institutions[strings.ToLower(p.x.Word(i))] && p.x.Words[i].Shape != text.Lower {
			return true
		}
		if p.x.Words[i].Shape == text.Lower && p.x.Word(i) != "and" && p.x.Word(i) != "of" {
			return false
		}
	}
	return false
}
