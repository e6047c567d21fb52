package ingest

import (
	"context"
	"sync"
	"sync/atomic"

	"dateline/corpus"
	"dateline/corpus/format"
)

// A pool is one reading. Workers take files from the walk, and pieces of work that the decoding of a file gives away:
// members of containers and drafts to understand. Who finds nobody idle does the piece himself, so that nothing waits
// for anything but the reader of the events, and no more than what is queued is held.
type pool struct {
	Options
	ctx     context.Context
	shop    *format.Workshop
	events  chan corpus.Event
	files   chan *job
	pieces  chan piece
	done    chan struct{} // closed when no file is left
	pending sync.WaitGroup
}

// A job is one file on the way to its Done event.
type job struct {
	file corpus.File
	open func() (stream, error)
	err  error  // of the file as a whole
	hash string // of its bytes, once all were read

	left atomic.Int64 // pieces, and the decoding itself, that are not done

	counting sync.Mutex
	seen     map[uint64]int // how often each came: members of a container are decoded at the same time
}

// A piece is work that belongs to a job: it gives events and ends.
type piece struct {
	job *job
	run func()
}

func newPool(ctx context.Context, o Options) *pool {
	return &pool{
		Options: o, ctx: ctx,
		shop:   &format.Workshop{Cache: o.Cache, Workers: o.Workers, Patience: o.Patience},
		events: make(chan corpus.Event, 64),
		files:  make(chan *job),
		pieces: make(chan piece, o.Workers),
		done:   make(chan struct{}),
	}
}

// run walks and works until all is read, then closes the events.
func (p *pool) run() {
	var workers sync.WaitGroup
	for range p.Workers {
		workers.Go(p.work)
	}
	for _, path := range p.Paths {
		p.walk(path)
	}
	close(p.files)
	p.pending.Wait()
	close(p.done)
	workers.Wait()
	p.shop.Close() // what was read is read: it can only fail to tidy up
	close(p.events)
}

// submit hands a file to the workers.
func (p *pool) submit(j *job) bool {
	p.pending.Add(1)
	j.left.Store(1)
	select {
	case p.files <- j:
		return true
	case <-p.ctx.Done():
		p.pending.Done()
		return false
	}
}

func (p *pool) work() {
	files := p.files
	for {
		select {
		case w := <-p.pieces: // before files: what is begun is ended first
			p.finish(w)
			continue
		default:
		}
		select {
		case w := <-p.pieces:
			p.finish(w)
		case j, ok := <-files:
			if !ok {
				files = nil
				continue
			}
			p.decode(j)
			p.ended(j)
		case <-p.done:
			return
		}
	}
}

func (p *pool) finish(w piece) {
	if p.ctx.Err() == nil {
		w.run()
	}
	p.ended(w.job)
}

// give lets an idle worker do run, or does it.
func (p *pool) give(j *job, run func()) {
	j.left.Add(1)
	select {
	case p.pieces <- piece{j, run}:
	default:
		p.finish(piece{j, run})
	}
}

// ended counts a piece of a file off; the last one closes the file.
func (p *pool) ended(j *job) {
	if j.left.Add(-1) == 0 {
		file := j.file
		file.Hash = j.hash
		p.send(corpus.Event{File: file, Err: j.err, Done: true})
		p.pending.Done()
	}
}

// send gives an event to the reader. It returns the context's error once that has ended.
func (p *pool) send(e corpus.Event) error {
	select {
	case p.events <- e:
		return nil
	case <-p.ctx.Done():
		return p.ctx.Err()
	}
}

// understand makes an article of a draft and sends it.
func (p *pool) understand(j *job, d *corpus.Draft, id corpus.ID) {
	a, err := p.article(d, id)
	if err != nil {
		p.send(corpus.Event{File: j.file, Err: j.within(d.Source, err)})
		return
	}
	a.ID, a.Key, a.Source, a.Part = id, d.Key, d.Source, d.Part
	p.send(corpus.Event{File: j.file, Article: a})
}

func (p *pool) article(d *corpus.Draft, id corpus.ID) (a *corpus.Article, err error) {
	if p.Held(id, d.Source.SHA256) {
		return &corpus.Article{}, nil
	}
	defer rescue(d.Source, &err)
	return p.Understand(d), nil
}
