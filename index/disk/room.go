package disk

// A room is memory that one search after the other uses: much of their time went into making, clearing and collecting
// lists that nobody needs once ten hits are chosen.
type room struct {
	ints   slab[uint32]
	floats slab[float64]
	hits   slab[hit]
	sums   sums
}

// roomsKept is how many searches at a time find a room that others have left.
const roomsKept = 4

// enter takes the room of an earlier search.
func (s *search) enter() {
	select {
	case s.room = <-s.r.rooms:
	default:
	}
}

// leave gives the room to another search. Nothing that was made in it may be used behind that, and no search that stopped
// half way may give it.
func (s *search) leave() {
	s.ints.empty()
	s.floats.empty()
	s.hits.empty()
	select {
	case s.r.rooms <- s.room:
	default:
	}
	s.room = nil
}

// The least that a slab has, and the most that it keeps: what a question of three frequent words takes in 100,000 articles.
const (
	slabLeast = 1 << 10
	slabMost  = 1 << 21
)

// A slab gives slices out of a large one.
type slab[T any] struct {
	chunk []T
	used  int
}

// make gives n numbers, whatever they are. A slice that is added to moves elsewhere.
func (s *slab[T]) make(n int) []T {
	if s.used+n > len(s.chunk) {
		s.chunk, s.used = make([]T, max(n, 2*len(s.chunk), slabLeast)), 0
	}
	s.used += n
	return s.chunk[s.used-n : s.used : s.used]
}

func (s *slab[T]) empty() {
	if s.used = 0; len(s.chunk) > slabMost {
		s.chunk = nil
	}
}
