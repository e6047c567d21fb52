package extract

import (
	"strings"
	"sync"
)

// A role says what a word does in a clause, so far as a closed list can tell. A word may have several.
type role uint32

const (
	isAux       role = 1 << iota // "has", "will", "did", "is"
	isBe                         // "is", "were", "been"
	isModal                      // "would", "might"
	isNot                        // "not", "never"
	isAdverb                     // "also", "later"; words in -ly count as well
	isDet                        // "the", "his", "some"
	isPoss                       // "his", "their"
	isSubject                    // "he", "they", "who": can be a subject alone
	isPronoun                    // any personal pronoun
	isPrep                       // "of", "in"
	isConj                       // "and", "but", "or"
	isSub                        // "that", "because", "when": opens a clause
	isTime                       // "Monday", "yesterday", "May"
	isVerb                       // a finite verb of another kind: "went", "makes"
	isHearer                     // "reporters", "lawmakers"
	isSpeaking                   // a noun for somebody who speaks: "spokesman", "ministry", "police"
	isPlural                     // a group that speaks: "officials"
	isDocument                   // "report", "statement", "poll"
	isUtterance                  // "statement", "interview": what one says something in
	isNumber                     // "two", "dozens"
)

// wordLists holds the closed lists that clauses are read by.
var wordLists = []struct {
	role  role
	words string
}{
	{isAux, `has have had having 've 'd will would could may might can should must shall did does do didn't doesn't don't
		hasn't haven't hadn't won't wouldn't couldn't can't cannot shouldn't isn't wasn't weren't aren't to 'll
		wouldn ought going needn't mustn't`},
	{isAux | isBe, `is are was were be been being am 's 're 'm isn't wasn't weren't aren't`},
	{isModal, `will would could may might should must ought wouldn't couldn't shouldn't can cannot can't`},
	{isNot, `not never no didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't cannot shouldn't
		isn't wasn't weren't aren't nobody nothing neither nor without hardly`},
	{isAdverb, `also later then once often just even still again already ever never not now soon only too so perhaps
		first earlier long always sometimes further meanwhile though however instead today yesterday tomorrow quite
		himself herself themselves itself almost twice therefore thus both all each else rather merely simply aloud
		early away back yet recently since n't`},
	{isDet, `the a an this that these those some many several most all both each every any no another such other
		one either neither few more less much half what which whose various certain numerous`},
	{isDet | isPoss, `his her their its my our your`},
	{isSubject | isPronoun, `he she they it i we you who one others everyone everybody nobody someone somebody anyone
		many some several most few`},
	{isPronoun, `him her them us me himself herself themselves itself whom`},
	{isPrep, `of in on at by for from with to into about after before during over under between among against through
		within without near inside outside across around behind beyond despite except like since toward towards until
		upon via amid alongside including regarding concerning per below above than along beside off onto throughout
		following versus`},
	{isConj, `and but or nor yet & plus`},
	{isSub, `that because when while if as although though whether where why how unless until since once after before
		whereas which who whom whose what than so lest`},
	{isTime, `monday tuesday wednesday thursday friday saturday sunday january february march april june july august
		september october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep
		sept oct nov dec today yesterday tomorrow tonight morning afternoon evening night week month year weekend noon
		midnight weeks months years days hours minutes ago recently earlier later early late last next hour day minute
		date hours`},
	{isVerb, `went came made took gave got became began left kept held brought set ran met lost won paid sent built
		grew fell rose stood sat led put cut let hit hurt spent sold bought broke chose drew drove ate flew forgot
		hid rode shook shot spoke stole struck threw woke wore caught fought sought makes takes gives gets goes comes
		wants needs seems appears looks works plays runs means keeps holds becomes remains includes involves follows
		leads faces needed wanted seemed appeared looked worked played meant needs want need seem appear remain make
		take get come mean keep become remain includes include provide provides uses use used gets got lost loses lose
		allows helps help lets put goes grows falls rises stands sits owns supports support plans plan lies live lives
		die died dies win wins ended ends start starts stopped stops stop continue continues continued try tried tries
		pay pays move moves moved see saw sees known rose plunged climbed slipped jumped killed hopes exist exists deserve
		deserves favor favors backs represent represents reflect reflects belong belongs happen happens happened
		cause causes caused prefer prefers bear bears contain contains cost costs depend depends refers refer
		reduce raise raises raised increase increases increased improve improves destroy destroys`},
	{isHearer, `reporters journalists lawmakers investors analysts parliament congress senators delegates supporters
		police investigators officials voters viewers readers listeners court jurors judges prosecutors fans colleagues
		members audience crowd media press newspaper television radio agency staff employees shareholders aides
		conference council committee cnbc cnn nbc abc cbs fox bbc reuters ap afp politico people friends attendees
		donors leaders ministers interviewers customers clients diplomats everyone anyone others`},
	{isSpeaking, `spokesman spokeswoman spokesperson minister president chairman chairwoman chief director officer
		senator congressman congresswoman governor mayor secretary ambassador lawyer attorney professor analyst
		economist strategist trader manager executive ceo cfo coach captain judge prosecutor commander general colonel
		official officer aide adviser advisor expert source critic activist author doctor scientist researcher
		historian leader head founder owner member candidate nominee representative rep sen deputy envoy diplomat
		lawmaker commissioner sheriff detective inspector sergeant lieutenant villager king queen prince princess pope bishop
		archbishop cardinal priest rabbi imam father mother brother sister son daughter wife husband friend neighbor
		neighbour witness resident survivor victim suspect student teacher principal dean reporter journalist editor
		columnist correspondent host anchor actor actress singer director producer writer novelist player striker
		champion driver ministry government company bank firm agency commission committee council court party union
		association group organisation organization institute university department bureau office administration
		campaign team pentagon kremlin parliament congress senate army military police navy board watchdog regulator
		authority newspaper paper magazine network broadcaster website site channel premier chancellor vice lawmaker
		treasurer partner consultant engineer farmer worker man woman boy girl person teenager fisherman pilot
		physician nurse surgeon psychologist pollster broker dealer banker investor billionaire businessman
		entrepreneur mogul democrat republican conservative liberal speaker whip moderator superintendent
		counsel solicitor barrister magistrate foreman operator forecaster meteorologist seismologist geologist
		biologist astronomer climber soldier rebel insurgent militant veteran pastor reverend minister cleric sheikh
		emir sultan dictator monarch opponent successor predecessor keeper boss mp mep mla councillor councilman alderman delegate negotiator mediator monitor
		observer inspector auditor accountant administrator coordinator organizer organiser promoter agent trainer`},
	{isSpeaking | isPlural, `officials spokesmen ministers analysts economists strategists traders managers executives
		lawyers attorneys prosecutors investigators police authorities experts sources critics activists scientists
		researchers historians leaders members candidates representatives diplomats lawmakers witnesses residents
		survivors victims students teachers reporters journalists editors players companies banks agencies unions
		groups organisations organizations democrats republicans conservatives liberals officers aides advisers advisors
		supporters opponents rebels militants soldiers doctors people men women voters respondents investors brokers
		dealers bankers workers farmers observers monitors commentators politicians senators governors allies rivals
		relatives friends neighbors neighbours parents families colleagues participants protesters demonstrators
		organizers organisers villagers locals passengers patients engineers forecasters meteorologists americans
		kurds israelis palestinians russians europeans jurors judges regulators creditors shareholders insurgents
		clerics strikers countries nations states governments campaigners proponents detractors lobbyists pundits
		commanders generals negotiators delegates envoys mediators others`},
	{isDocument, `information calculations report statement poll survey study letter document documents email memo indictment filing lawsuit
		complaint affidavit data figures records reports polls surveys studies statistics research census constitution
		law bill article story editorial book website blog post tweet video footage transcript release agreement
		ruling verdict notice message note resolution draft treaty communique findings analysis evidence numbers
		results estimates test tests signs sign headline text paper papers papers magazine readings reading history
		survey index review audit assessment forecast emails letters list sheet map chart website tape`},
	{isUtterance, `statement interview speech news conference letter note report email e-mail memo tweet message post
		briefing debate address remarks testimony filing release article book blog column telephone phone rally
		television broadcast hearing column editorial tv transcript communique`},
	{isNumber, `two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands hundred
		thousand million billion`},
}

// roles maps every word of the lists to all that it can be.
var roles = sync.OnceValue(func() map[string]role {
	m := make(map[string]role, 2000)
	for _, l := range wordLists {
		for _, w := range strings.Fields(l.words) {
			m[w] |= l.role
		}
	}
	return m
})
