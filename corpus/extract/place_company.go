package extract

import (
	"strings"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/text"
)

// isAcronym reports whether a mention is a short word in capitals that no place is abbreviated to: "SAC", "ABI".
func (p *toponyms) isAcronym(m *toponym) bool {
	top := p.names[m.name].top
	return m.End-m.Start == 1 && m.end-m.start < 6 && p.x.Words[m.Start].Shape == text.Upper && top.Kind != corpus.Country &&
		(top.As == gazetteer.Main || top.As == gazetteer.Variant) && !p.shouts(m)
}

// isExchange reports whether a mention is a share or where it is listed: "SC" of "SC.TO", ".HK" of "2628.HK".
func (p *toponyms) isExchange(m *toponym) bool {
	const longest = 4
	raw := p.x.Raw
	if p.x.Words[m.Start].Shape != text.Upper {
		return false
	}
	share := m.end-m.start <= longest && m.end+1 < len(raw) && raw[m.end] == '.' && 'A' <= raw[m.end+1] && raw[m.end+1] <= 'Z'
	return share || m.start > 1 && raw[m.start-1] == '.' && raw[m.start-2] > ' '
}

// hasTicker reports whether a share's sign stands at a byte: " (SAN.MC)".
func (p *toponyms) hasTicker(at int) bool {
	raw := p.x.Raw
	rest, ok := strings.CutPrefix(raw[at:min(len(raw), at+20)], " (")
	sign, _, closed := strings.Cut(rest, ")")
	sign = strings.TrimSpace(sign)
	dot := strings.LastIndexByte(sign, '.')
	return ok && closed && dot > 0 && dot > len(sign)-4 && !strings.ContainsRune(sign, ' ') && sign[0] >= '0' && sign[0] <= 'Z'
}

// isCompany reports whether a company's name begins with a mention: "Toyota Motor Corp", "Santander (SAN.MC)".
func (p *toponyms) isCompany(m *toponym) bool {
	const longest = 4
	end := m.end
	for i := m.End; ; i++ {
		if p.hasTicker(end) {
			return true
		}
		if i == len(p.x.Words) || i == m.End+longest || p.x.Gap(i) != " " || p.x.Words[i].Shape == text.Lower {
			return false
		}
		if companies[strings.ToLower(p.x.Word(i))] {
			return true
		}
		end = int(p.x.Words[i].End)
	}
}
