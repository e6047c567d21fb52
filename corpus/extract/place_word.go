package extract

import "strings"

// everyday are words, lower case, that are also names of places somewhere and nearly always mean what they say.
var everyday = listed(`
a about above according act acting action add added administration advance africans after again against age agency ago aid air airport alas album
ali alive all allah almost alone along already also although always am amid among an analyst ancient and angel animal annual another answer any anyone
anything apple april arab arabs area areas arm army arrive art arts as ask assembly assistant association at attack attorney august aunt author autumn avenue away
baby back bad ball band bank bar bars base battle bay be beach bear because bed been beer before behind being below best better between beyond big bill
bird bishop black bless blood blue board boat body bomb book books both box boy boys bridge brigade british broad brother brown bureau bus bush business but
buy by call calls came camp can capital captain car cardinal care case cash castle cat cause cave center central centre century chairman chamber change chapter
charge check chief child children china-made choice christian christmas church circle city civic civil class clay clean clear clinic close club co coach coast code
cold college colonel color come coming commander commerce commission committee common community company congress constable continental control cook cool cooper
corps cost could council councilman count county court cousin craft creek crew cross crown cup custody customs dam damage dance dark data date day days deal dean dear
death debate december deep defense delegation democrat democratic department deputy desert designer detective development did director district division do doctor does
dog dollar don done door down dr draft dragon dream drive drug duke during duty each eagle early earth east easter eastern easy edge editor education eight either election
electric eleven elite elsewhere embassy emergency emperor empire end energy enough enter entire environmental era ethic evening event ever every everyone exchange executive
expert express eye face fact factory fair fall families family far farm farmer fashion fast father february federal federation fellow festival few field fifth fifty fight film
final finally finance find fire first fish five fixed flag flash floor flower fog follow food football for force ford foreign forest former forum forward foster found foundation four fox
free freedom friday friend from front fruit fuel full fun fund further future game garden gas gate general generally gentle german get giant girl give given glass go goal god gold golden good
government governor grace grand grant grave gray great green grey ground group guard guess guide gun guy had half hall hand happy harbor hard has hat have he head health heart heat heavy held hell help her
here hero high higher highway hill hills him his historic history hit hold hole holy home hope horse hospital host hot hotel hour hours house household how however human hundred hunter hurricane hut i
ice idea if ii iii imam immigration important in inc including indeed independence independent india's-own industry inside inspector institute institution instead intelligence interior
international internet into investigation iron is island islands issue it its itself jail january jesus jewel jewish job join joint joy judge july jump june junior jury just justice kaiser keep kept key khan kid kids
kind king kingdom knight know lab labor lady lake land lane large last late later latin law lawyer lead leader league least leave left legal lesser let letter liberty lie lieutenant life light like line lion list little live lives local lodge lone long look
lord lords loss lost love low lower loyal lucky lunch lyric machine mad made magic magistrate magnet mail main major make mall man management manager many march marine mark market married mart martyr master matter may maybe mayor me meadow meaning
means meat media medical medicine meet meeting member memorial men merchant mercy message metro mid middle might mile military milk mill millions mind mine mining minister ministry minor minute miss mission mobile model modern moment monday money month
moon moral more morning mosque most mother motor mound mount mountain mouth move movie mr mrs ms much municipal museum music muslim muslims must my name nation national native natural nature navy near nearly need neighbor neither net network never new
news next nice night nine no noble none noon nor normal north northeast northern northwest not note nothing notice novel november now nuclear number nun nut oak object october of off office officer official officials often oil ok old olympic olympics on once one only
open opera operation operations opponent opportunity or orange order organization other others our out outside over own owner pack page pain pal pan pants paper parade parent park parking parliament part party pass past pastor path patrol patriot pay peace pearl
pen people percent perfect perhaps period person phone photo piece pilot pink pioneer place plain plan plane plant play player please plus poet point pole police policy political poll pool poor pope port post power powers prayer premier present president press price pride priest primary prime
prince princess prior prison private pro probably problem product professor program progress project promise property prophet protest province public punk pure put queen question quick quiet quite race radio rail rain ram range ranger rate rather reach read reader ready real really reason
recently record recorder red reform regional register regular relief religion remember reporter republic republican rescue research reserve resident resort rest restaurant return revolution rice rich ride ridge right rights rise river road rock rodeo roll roman room rose round route royal rule run
rural russian sad safe said sailor saint sale salt same san sand satan saturday save say says scene school science scout sea season seat second secret secretary section security see seed seek seem senate senator senior september sergeant service session set seven several shall she sheik sheikh shell
sheriff ship shop short should show side sign silver similar simple since singer single sir sister site six size sky small smart snow so soccer social socialist society soft soil soldier some someone something sometimes son song soon sort source south southeast southern southwest space speak speaker special speed
spring square staff stage stand star start state states station stay step still stone stop store storm story straight strait strange stream street strong student study stupid style such sultan summer summit sun sunday super superior support supreme sure surface surge swan sweet system table take tall tank task tax teacher team technology tell
temple ten term terror test than thanks that the theater their them then there these they thing things think third this those though thousand three through thursday thus tiger time times title to today together tomorrow tonight too took top total touch toward tower town trade traffic trail train transport travel treasury tree trial tribal tribe tribune
trip true trust truth tuesday turn twelve twenty two type ugly ultimate un uncle under unfortunately union unit united universal university unknown unless until up upon upper use used usually vale valley value van vast very veteran vice victory video view villa village virgin virus visit voice volunteer vote wait walk wall want war ward warden wars was
watch water waterloo wave way we weather web wednesday week weekend welcome welfare well went were west western what when where whether which while white who whole whom whose why wide widow wife wild will wind window wine wing winner winter wise wish with within without woman women wonder wood word words work worker workers world worse worth would wow write
yard yeah year years yes yesterday yet you young your youth zen zone
iv vi vii viii ix xi un eu nato hiv aids fbi cia sos upi who it gop ceo cfo pm am tv ok dna phd ufo isis isil ig hamas fatah taliban hezbollah obama putin clinton bush blair merkel
est edt cst cdt mst mdt pst pdt gmt utc bst cet cest msk ist jst
mon tue wed thu fri sat jan feb mar apr jun jul aug sep sept oct nov dec spokesman spokeswoman chancellor senator cardinal rev rabbi dame sgt lt col gen capt cmdr rep sen gov
allahu bible koran quran ramadan eid islam shia sunni kurd kurds hindu sikh buddhist catholic lutheran baptist methodist jew jews
marathon derby tea congressional boys' internal justice' lincoln roosevelt jefferson nixon reagan kennedy mcdonald
`)

// misread are names of other things that are also names of places somewhere and hardly ever mean those.
var misread = set("white house", "rio tinto", "red cross", "new deal", "good friday", "el nino", "la nina", "m.d", "m.a",
	"nokia", "toyota", "hitachi", "oracle", "cisco", "puma", "blackrock", "dupont", "google", "honda", "monsanto")

// abbreviated are names of states that are words without their full stop.
var abbreviated = listed(`ala ariz ark cal calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nebr nev okla ore pa penn penna
tenn tex va vt wash wis wisc wyo ont que alta sask man nfld vic tas`)

// places before whose names stand these are meant as places, the more the larger the number.
var before = weigh(map[float64]string{
	1.6: `in near outside across around throughout inside nearby downtown northern southern eastern western central northeastern northwestern southeastern
		southwestern metro suburban rural rustbelt upstate mainland greater neighboring neighbouring en dans à aus nach bei в из под близ`,
	1.2: `from between north south east west northwest northeast southeast southwest via toward towards into surrounding leaving visiting beyond reach reached de`,
	.6:  `to of through at and or against with visit left along beside over`,
	.3:  `the for by on`,
})

// kindOf are nouns that tell what the name behind "of" is: "the city of Raqqa".
var kindOf = listed(`city town village province state county district region capital port suburb governorate municipality outskirts parts east west north south
northeast northwest southeast southwest streets people residents republic kingdom island mayor coast governor king queen president premier ambassador emir border borders army neighborhood miles kilometers km kilometres`)

// behind are words that stand behind a place's name.
var behind = weigh(map[float64]string{
	1: `resident residents native suburb suburbs area city county province region metropolitan townspeople township state governorate district airport border`,
	.8: `police mayor authorities officials government woman man men women teen teenager couple family court council high fire sheriff sheriff's jail chamber
		community councilman commissioners school schools public regional health town village economy capital residents' tourists governor senator congressman
		senators parliament voters troops soldiers central medical senior middle international department state live is`,
})

// features make, behind a name in capitals, a name of something smaller: a street, a river, a paper.
var features = listed(`street st road rd avenue ave drive dr boulevard blvd lane ln way terrace pike parkway pkwy creek ridge trail bridge square plaza
highway freeway expressway turnpike nile river lake bay dam park hill hills mountain mountains canyon beach glacier falls springs spring island islands valley forest
post times herald tribune journal gazette chronicle sun star globe examiner inquirer enquirer dispatch courier observer telegraph mail magazine monitor
mall circle hotel inn house mill mine mines building tower center centre theater theatre stadium arena hall church chapel cemetery temple abbey foundation
inc corp co ltd llc plc gmbh ag sa group holdings motors airlines airways industries brothers bros
jr sr ii iii iv xi cup bowl syndrome disease fever valve virus prize award accord agreement treaty protocol convention declaration fund trust
rangers cowboys giants lions tigers bears eagles bulls hawks united rovers wanderers athletic lakers knicks yankees mets
university college institute`)

// companies end a company's name.
var companies = listed(`inc corp co ltd llc plc gmbh ag sa nv spa group holdings holding airlines airways motors capital bancorp
	partners advisors advisers asset associates`)

// wholes make, before "of" and a name, a name of something else: "University of Windsor".
var wholes = listed(`university college bank church duke duchess prince princess earl lord lady archbishop bishop institute academy baron count lords queen king museum society`)

// small are words that open sentences and phrases in capitals and are no part of a name.
var small = listed(`in at from to of for by on with and or but as if when while where since after before during under over near between against into through
the a an this that these those its his her their our my your then now today yesterday meanwhile however although though because so yet also both
most many some several all no not only even just about across around outside inside throughout unlike like than via per de la en dans im am aus nach в из на
north south east west northern southern eastern western central northeastern northwestern southeastern southwestern upper lower greater downtown mid outer inner
one two three four five six seven eight nine ten dozens hundreds thousands
mainland upstate modern ancient nearby neighboring neighbouring former rural suburban occupied`)

// uncapitalised are names of countries and large towns that are words as well: in lower case they are the words.
var uncapitalised = listed(`turkey china chad guinea chile chili jersey polish reading mobile bath cork orange hull split batman buffalo phoenix lima essen
tours march male nice georgia bali man most java salem delta gulf metro split vale pacific dakar bremen panama cologne limerick bologna madras cashmere
lead ore van troy victoria florence charlotte jordan israel sale deal wells rugby sandwich hamburg frankfurt berg bergen mersin como pale worms spa`)

// speaking are verbs whose subject is a person, or a capital for its government, rarely a town.
var speakingVerbs = listed(`said says told tells added adds asked asks replied noted explained insisted argued stated wrote writes recalled joked testified thinks believes
knows wants hopes smiled laughed was's has's pleaded graduated married`)

// listed makes a set of the words in s.
func listed(s string) map[string]bool { return set(strings.Fields(s)...) }

func weigh(by map[float64]string) map[string]float64 {
	m := map[string]float64{}
	for v, s := range by {
		for _, w := range strings.Fields(s) {
			m[w] = max(m[w], v)
		}
	}
	return m
}
