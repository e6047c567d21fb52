package format

import (
	"context"
	"io"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// A Workshop holds the tools that take time to start, shared by all files of one reading. Its fields may not change
// once it is used. It must be closed.
type Workshop struct {
	Cache    string        // folder for compiled code, which then takes a tenth of the time to start; "" for none
	Workers  int           // how many files are decoded at a time; 0 for one
	Patience time.Duration // how long one tool may work on one file; 0 for a minute

	once sync.Once
	pdf  pdfium.Pool
	err  error
}

// pdfMemory is what one PDF may take, in pages of 64 KB: 512 MB.
const pdfMemory = 512 << 20 >> 16

// readers starts the PDF reader, when the first PDF comes: pdfium in WebAssembly, which reaches no file, no clock and
// no network. Damaged memory is thrown away with its instance, one a file.
func (w *Workshop) readers() (pdfium.Pool, error) {
	w.once.Do(func() {
		config := wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling). // pdfium's setjmp
			WithMemoryLimitPages(pdfMemory).
			WithCloseOnContextDone(true)
		if w.Cache != "" {
			if cache, err := wazero.NewCompilationCacheWithDir(w.Cache); err == nil { // slower without it, no worse
				config = config.WithCompilationCache(cache)
			}
		}
		w.pdf, w.err = webassembly.Init(webassembly.Config{
			Context: context.Background(), MaxTotal: max(w.Workers, 1), MaxIdle: 1,
			RuntimeConfig: config, FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		})
	})
	return w.pdf, w.err
}

func (w *Workshop) patience() time.Duration {
	if w.Patience > 0 {
		return w.Patience
	}
	return time.Minute
}

// Close ends the tools that were started.
func (w *Workshop) Close() error {
	w.once.Do(func() {})
	if w.pdf == nil {
		return nil
	}
	return w.pdf.Close()
}
