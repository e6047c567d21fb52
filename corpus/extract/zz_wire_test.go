package extract
import ("testing";"os";"bufio";"encoding/json";"strings";"fmt";"dateline/corpus")
func TestZZ(t *testing.T){
 f,_:=os.Open("/tmp/places/gold.jsonl"); s:=bufio.NewScanner(f); s.Buffer(nil,1<<20)
 n,ok,fp,none:=0,0,0,0
 for s.Scan(){ var g struct{Path,Dateline string}; json.Unmarshal(s.Bytes(),&g)
  raw,err:=os.ReadFile("/tmp/wire5k/"+g.Path); if err!=nil{continue}
  txt:=string(raw); at:=0; for k:=0;k<4;k++{ i:=strings.IndexByte(txt[at:],'\n'); if i<0{break}; at+=i+1}
  x:=&Text{Draft:&corpus.Draft{Text:txt},Part:"text"}; x.Body=[]corpus.Piece{{Text:at,Len:len(txt)-at}}
  d,_:=dateline(x); got:=""; if len(d.Cities)>0{got=x.words(d.Cities[0])}
  if g.Dateline=="" { none++; if got!=""{fp++; if fp<30 {fmt.Println("FP",got,"|",strings.TrimSpace(txt[at:min(len(txt),at+100)]))}}; continue}
  n++
  want:=strings.TrimSpace(strings.FieldsFunc(g.Dateline,func(r rune)bool{return r=='/'||r==','})[0])
  if got==want{ok++} else {fmt.Printf("MISS got %q want %q | %.100q\n",got,g.Dateline,strings.TrimSpace(txt[at:]))}
 }
 fmt.Println(n,ok,float64(ok)/float64(n),none,fp)
}
