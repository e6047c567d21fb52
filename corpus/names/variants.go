package names

import "strings"

// variants leads the spellings of one name that no rule joins to the first of them, by their Latin letters.
var variants = groups(`muhammad mohammed mohamed mohammad muhammed mohamad muhamed mohamud mohamoud mahomet mhmd
ahmad ahmed ahmet ahmd
husain hussein hussain hossein husayn hussien husein houssein hsyn
hasan hassan hassane hasen
usama osama oussama
umar omar
yusuf youssef yousef yousuf yusef yussef youssouf yousif
ibrahim ebrahim brahim
khalid khaled
said saeed sayeed
salih saleh
abdullah abdallah abdulla abdalla
abdul abdel abdal
asad assad
qaddafi gaddafi kadhafi gadhafi qadhafi kaddafi gadafi qadafi kadafi gadhaffi khadafy khaddafi gheddafi
nasir nasser naser
bashar bachar
mustafa mostafa moustapha mustapha moustafa
mahmud mahmoud mahmood
rashid rasheed rachid
hamid hameed
karim kareem
tariq tarek tarik tareq
faisal faysal feisal
jamal gamal djamel jamel
jafar jaafar jaffar
sulaiman suleiman soleiman sulayman solomon
muammar moammar muamar moamer
haniya haniyeh haniyya
masud massoud masood masoud
nuri nouri noori
raisi raeesi
ruhani rouhani rohani
zarqawi zarkawi
zawahiri zawahri
baradei elbaradei albaradei
sergei sergey serguei sergej sergii serhiy serhii siarhei
vladimir wladimir volodymyr volodimir uladzimir
dmitri dmitry dmitriy dimitri dimitry dmytro dmitro dzmitry dmitrij dimitrij
nikolai nikolay nikolaj mykola mikola mikalai
petr pyotr piotr petro
aleksandr alexander aleksander alexandr oleksandr alyaksandr aliaksandr alexandre aleksandar alexandros
aleksei alexei aleksey alexey alexej oleksiy oleksii aliaksei
andrei andrey andriy andrii andrej
evgeny yevgeny evgeni yevgeni yevgeniy evgeniy evgenii evgenij yevhen jewgeni evgueni
mikhail mikhael michail mykhailo mikhaylo mihail
yuri yury iouri juri yuriy jurij iurii yurii
viktor victor
grigory grigori grigoriy hryhoriy grigorij
georgy georgi georgiy georgij heorhiy
ekaterina yekaterina jekaterina kateryna
yulia yuliya yuliia julija ioulia
natalia natalya nataliya natalja nataliia
elena yelena jelena olena
fedor fyodor fiodor
semen semyon
artem artyom
steven stephen
jeffrey geoffrey
lawrence laurence
katherine catherine kathryn
khodorkovsky chodorkowski hodorkovskij
laden ladin
yeltsin jelzin
tymoshenko timoshenko timochenko timoschenko
poroshenko poroschenko porochenko
gorbachev gorbachov gorbachyov gorbatschow gorbatchev gorbaciov
khrushchev khrushchov chruschtschow khrouchtchev
lukashenko lukashenka
putin poutine
netanyahu netanjahu netanyahou
benjamin binyamin
ariel arieh
mao mau
zedong tsetung
beijing peking
`)

// formal leads short forms of given names to the full ones.
var formal = func() map[string]string {
	t := map[string]string{}
	for line := range strings.Lines(shortForms) {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			t[w] = words[0]
		}
	}
	return t
}()

const shortForms = `william bill will billy willie
robert bob rob bobby robbie
richard dick rick rich ricky
james jim jimmy
john johnny
joseph joe joey
michael mike mick mickey
thomas tom tommy
charles chuck charlie
edward ed eddie ted teddy
david dave
daniel dan danny
donald don donnie
ronald ron ronnie
kenneth ken kenny
anthony tony
andrew andy drew
christopher chris
matthew matt
nicholas nick
steven steve
peter pete
philip phil phillip
gregory greg gregg
jeffrey jeff geoff
gerald gerry jerry
lawrence larry
timothy tim
samuel sam
benjamin ben
jacob jake
joshua josh
patrick pat paddy
raymond ray
frederick fred freddie
vincent vince
zachary zach zack
elizabeth liz beth betty lizzie
margaret maggie peggy
katherine kate kathy cathy katie
susan sue
deborah debbie deb
barbara barb
jennifer jen jenny
patricia patty trish
rebecca becky
jessica jess
pamela pam
victoria vicky
abigail abby`

// groups leads each word of a line to the line's first, and what the rules of spelling make of it too where that is no other
// line's.
func groups(lines string) map[string]string {
	t := map[string]string{}
	for line := range strings.Lines(lines) {
		words := strings.Fields(line)
		for _, w := range words {
			t[w] = words[0]
		}
	}
	for line := range strings.Lines(lines) {
		words := strings.Fields(line)
		for _, w := range words {
			if s := bySpelling(w); t[s] == "" {
				t[s] = words[0]
			}
		}
	}
	return t
}
