"""What a host can see: plain numbers of one room and of the night's leaderboard."""

from attrs import frozen


@frozen
class ProductView:
    """One good of the room. Money in fen a pack, amounts in packs, levels per mille.

    Attributes:
        shelf: packs on the link; held: packs kept back; lot: size of the last release.
        reserved: packs ordered and not yet paid, which may come back.
        desire: how much those who watch want it, 0..1000.
        doubt: open questions, 0..1000; wear: how tired they are of hearing about it.
        fresh: viewers who have not made up their mind about it.
        passed: viewers who have decided against it for now.
        rate: packs ordered in the last minute of show time.
        turned_away: orders that found the link empty, in all.
        team: packs that the present team has bought; step_packs: how many it lacks for the next
            group price, step_price: that price in fen; all 0 where there is none.
        deposit: what a click pays, in fen, where the rest of the price is due after the show; 0 for
            goods that are paid at once.
        reference: the price that people hold it against now, fen: the usual one, moved by what was
            compared and by what others ask.
        appeal: percentage of deciders who would buy now, in tenths of a per cent.
        local: the price in whole local money, looks: what it looks like there; money: the sign of
            that currency, "" where the price is read in RMB.
    """

    id: str
    name: str
    short: str
    name_zh: str
    pack: str
    unit: str
    units_per_pack: int
    price: int
    usual: int
    cost: int
    open: bool
    shelf: int
    held: int
    lot: int
    sold: int
    reserved: int
    sales: int
    desire: int
    doubt: int
    wear: int
    fresh: int
    passed: int
    rate: int
    turned_away: int
    appeal: int
    team: int = 0
    step_packs: int = 0
    step_price: int = 0
    deposit: int = 0
    reference: int = 0
    local: int = 0
    looks: int = 0
    money: str = ""


@frozen
class RoomView:
    """One room at one moment. Levels per mille, money in fen, time in show seconds.

    Attributes:
        tick, ticks: now and at the end; clock: show seconds since the start.
        watching: viewers now; visitors: all who ever came; peak: most at one time.
        arrived, left: viewers in the last minute of show time.
        heat: the platform's measure of the room, 1000 is the mean of the night;
        heat_rank: its place by heat, 1 is hottest.
        idle: the host has nothing to do and may begin a beat.
        beat_left, beat_seconds: seconds left of the beat, and its length.
        questions: viewers waiting for an answer about the product on stage.
        chat_rate: comments in the last minute.
        incidents: what touches the room from outside at this moment, by id, milestones too.
        fancy: the good that the crowd asks for just now, or ""; call: the pitch.
        queue: questions that wait for an answer; asked, answered: that come and that can be
            answered in a minute, where a chatbot answers.
        stalls: pitches whose stall stands, with show seconds left. passed: milestones, by id.
    """

    role: str
    tick: int
    ticks: int
    clock: int
    watching: int
    visitors: int
    peak: int
    arrived: int
    left: int
    heat: int
    heat_rank: int
    rank: int
    trust: int
    mood: int
    anger: int
    voice: int
    budget: int
    spent: int
    sales: int
    orders: int
    pitch: str
    product: str
    beat_left: int
    beat_seconds: int
    idle: bool
    planned: bool
    over: bool
    questions: int
    chat_rate: int
    used: tuple[str, ...]
    products: tuple[ProductView, ...]
    incidents: tuple[str, ...] = ()
    fancy: str = ""
    call: str = ""
    queue: int = 0
    asked: int = 0
    answered: int = 0
    stalls: tuple[tuple[str, int], ...] = ()
    passed: tuple[str, ...] = ()

    def product_view(self, product: str) -> ProductView | None:
        """The view of one good, or None if this room does not have it."""
        return next((p for p in self.products if p.id == product), None)


@frozen
class Standing:
    """A row of the night's live leaderboard, by sales value."""

    rank: int
    role: str
    sales: int
    watching: int
    heat: int
    trend: int
