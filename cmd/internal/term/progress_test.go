package term

import (
	"testing"
	"time"
)

func TestProgressLine(t *testing.T) {
	start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		took            time.Duration
		articles, files int
		bytes, allBytes int64
		allFiles        int
		want            string
	}{
		{time.Second, 1500, 1500, 1 << 20, 0, 0, "1,500 articles, 1,500/s"},
		{time.Second, 1500, 1500, 1 << 20, 2 << 20, 3000, "1,500 articles, 1,500/s, 1,500 of 3,000 files"},
		{10 * time.Second, 15000, 1500, 1 << 20, 1 << 30, 3000, "15,000 articles, 1,500/s, 1,500 of 3,000 files"},
		{10 * time.Second, 15000, 1500, 1 << 20, 3 << 20, 4500, "15,000 articles, 1,500/s, 1,500 of 4,500 files, 20 s left"},
		{10 * time.Second, 15000, 1500, 1 << 20, 361 << 20, 0, "15,000 articles, 1,500/s"},
		{time.Minute, 15000, 1500, 1 << 20, 31 << 20, 4500, "15,000 articles, 250/s, 1,500 of 4,500 files, 30 min left"},
		{2 * time.Minute, 15000, 1500, 1 << 20, 47 << 20, 4500, "15,000 articles, 125/s, 1,500 of 4,500 files, 1 h 32 min left"},
	} {
		p := &Progress{began: start, articles: test.articles, files: test.files, bytes: test.bytes,
			allBytes: test.allBytes, allFiles: test.allFiles}
		if got := p.line(start.Add(test.took)); got != test.want {
			t.Errorf("after %s: %s, want %s", test.took, got, test.want)
		}
	}
}
