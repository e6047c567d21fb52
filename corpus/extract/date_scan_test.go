package extract

import (
	"fmt"
	"strings"
	"testing"
)

// show writes a stamp as the tests read it.
func (st stamp) show(s string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q ", s[st.start:st.end])
	if st.year > 0 {
		fmt.Fprintf(&b, "%04d", st.year)
	} else {
		b.WriteString("-")
	}
	if st.month > 0 {
		fmt.Fprintf(&b, "-%02d", st.month)
	}
	if st.day > 0 {
		fmt.Fprintf(&b, "-%02d", st.day)
	}
	if st.hasClock {
		fmt.Fprintf(&b, " %s", st.clock)
	}
	if st.zone != nil {
		b.WriteString(" " + st.local().Format("MST -0700"))
	}
	if st.swapped {
		b.WriteString(" swapped")
	}
	if st.short {
		b.WriteString(" short")
	}
	return b.String()
}

func TestScan(t *testing.T) {
	testFile(t, "testdata/scan.txt", func(in string) string {
		var out []string
		for _, line := range strings.Split(in, "\n") {
			found := scan(line, strings.HasPrefix(line, "dmy: "))
			if len(found) == 0 {
				out = append(out, "-")
			}
			for _, st := range found {
				out = append(out, st.show(line))
			}
		}
		return strings.Join(out, "\n")
	})
}
