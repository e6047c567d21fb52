package gazetteer

import (
	"strings"
	"sync"

	"dateline/corpus"
)

// groups are the countries of continents, parts of the world and unions, by ISO code. Each line gives the names, separated
// by semicolons, and behind the equals sign the codes.
const groups = `
Africa = DZ AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU YT MA MZ NA NE NG RE RW SH ST SN SC SL SO ZA SS SD TZ TG TN UG EH ZM ZW
North Africa = DZ EG LY MA SD TN EH
sub-Saharan Africa = AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ GQ ER SZ ET GA GM GH GN GW KE LS LR MG MW ML MR MU MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG UG ZM ZW
West Africa = BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG
East Africa = BI DJ ER ET KE KM MG RW SC SO SS TZ UG
Southern Africa = AO BW LS MW MZ NA SZ ZA ZM ZW
Central Africa = CM CF TD CG CD GQ GA ST
Horn of Africa = DJ ER ET SO
Sahel = BF TD ML MR NE SN
Asia = AF AM AZ BH BD BT BN KH CN GE HK IN ID IR IQ IL JP JO KZ KW KG LA LB MO MY MV MN MM NP KP OM PK PS PH QA SA SG KR LK SY TW TJ TH TL TR TM AE UZ VN YE
Middle East = BH CY EG IR IQ IL JO KW LB OM PS QA SA SY TR AE YE
Levant = IL JO LB PS SY
Central Asia = KZ KG TJ TM UZ
South Asia = AF BD BT IN MV NP PK LK
Southeast Asia = BN KH ID LA MY MM PH SG TH TL VN
East Asia = CN HK JP KP KR MO MN TW
Caucasus = AM AZ GE
Europe = AL AD AT AX BY BE BA BG HR CY CZ DK EE FO FI FR DE GI GR GG HU IS IE IM IT JE XK LV LI LT LU MT MD MC ME NL MK NO PL PT RO RU SM RS SK SI ES SE SJ CH UA GB VA
Eastern Europe = AL BA BG BY CZ EE HR HU LT LV MD ME MK PL RO RS RU SI SK UA XK
Western Europe = AT BE CH DE ES FR GB IE IT LI LU MC NL PT
Scandinavia = AX DK FI FO IS NO SE
Baltics = EE LV LT
Balkans = AL BA BG GR HR XK ME MK RO RS SI
Benelux = BE LU NL
Iberia = AD ES GI PT
North America = BM CA GL MX PM US
Central America = BZ CR GT HN NI PA SV
Caribbean = AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI
South America = AR BO BR CL CO EC FK GF GY PE PY SR UY VE
Latin America = AR BO BR BZ CL CO CR CU DO EC GF GT HN HT MX NI PA PE PR PY SV UY VE
Americas = AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI
Oceania = AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS
EU;E.U.;European Union = AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE
eurozone;euro zone;euro area = AT BE BG HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES
NATO = AL BE BG CA HR CZ DK EE FI FR DE GR HU IS IT LV LT LU ME NL MK NO PL PT RO SK SI ES SE TR GB US
OPEC = DZ CG GQ GA IR IQ KW LY NG SA AE VE
ASEAN = BN KH ID LA MY MM PH SG TH TL VN
Arab League;Arab world = DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE
GCC;Gulf Cooperation Council;Gulf states;Gulf Arab states = AE BH KW OM QA SA
CIS = AM AZ BY KZ KG MD RU TJ TM UZ
`

// Members gives the countries of a continent, a part of the world or a union that goes by a name, nil where none does. Case
// makes no difference.
func Members(name string) []Entry {
	var out []Entry
	for _, code := range codesOf()[strings.ToLower(name)] {
		if e, ok := countries()[code]; ok {
			out = append(out, e)
		}
	}
	return out
}

// codesOf gives the codes of each name of groups, in lower case.
var codesOf = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(groups) {
		names, codes, _ := strings.Cut(line, " = ")
		for name := range strings.SplitSeq(names, ";") {
			m[strings.ToLower(name)] = strings.Fields(codes)
		}
	}
	return m
})

// countries gives the countries by ISO code. It reads the kind of every record, which takes a millisecond.
var countries = sync.OnceValue(func() map[string]Entry {
	m := map[string]Entry{}
	for i := range world.records.n {
		if kinds[world.records.data[i*recordSize+14]&15] == corpus.Country {
			e := world.entry(ref(i))
			m[e.Country] = e
		}
	}
	return m
})
