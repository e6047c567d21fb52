package dates

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// show writes a stamp as the tests read it.
func (st Stamp) show(s string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q ", s[st.Start:st.End])
	if st.Year > 0 {
		fmt.Fprintf(&b, "%04d", st.Year)
	} else {
		b.WriteString("-")
	}
	if st.Month > 0 {
		fmt.Fprintf(&b, "-%02d", st.Month)
	}
	if st.Day > 0 {
		fmt.Fprintf(&b, "-%02d", st.Day)
	}
	if st.HasClock {
		fmt.Fprintf(&b, " %s", st.Clock)
	}
	if st.Zone != nil {
		b.WriteString(" " + st.Local().Format("MST -0700"))
	}
	if st.Swapped {
		b.WriteString(" swapped")
	}
	if st.Short {
		b.WriteString(" short")
	}
	return b.String()
}

func TestScan(t *testing.T) {
	raw, err := os.ReadFile("testdata/scan.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range strings.Split(string(raw), "\n====\n") {
		in, want, ok := strings.Cut(c, "\n----\n")
		if !ok {
			t.Fatalf("case %d has no ----", i+1)
		}
		if got := scanLines(in); got != strings.TrimSuffix(want, "\n") {
			t.Errorf("case %d: %s\ngot:\n%s\nwant:\n%s", i+1, in, got, want)
		}
	}
}

func scanLines(in string) string {
	var out []string
	for _, line := range strings.Split(in, "\n") {
		found := Scan(line, strings.HasPrefix(line, "dmy: "))
		if len(found) == 0 {
			out = append(out, "-")
		}
		for _, st := range found {
			out = append(out, st.show(line))
		}
	}
	return strings.Join(out, "\n")
}
