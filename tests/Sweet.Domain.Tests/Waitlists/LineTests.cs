using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;

namespace Sweet.Domain.Tests.Waitlists;

public class LineTests
{
    private static readonly TimeSpan OfferTime = TimeSpan.FromHours(24);

    private readonly Cohort cohort = Some.OpenCohort(seats: 2);
    private readonly Enrollment first;
    private readonly Enrollment second;
    private readonly List<WaitlistEntry> line = [];

    public LineTests()
    {
        first = Some.Enrollment(cohort);
        second = Some.Enrollment(cohort);
    }

    [Fact]
    public void Takes_no_one_while_a_seat_can_be_had()
    {
        cohort.Release(first, ExpiryReason.GivenBack, Actor.Student, Some.Now);

        Assert.Equal(WaitlistRefusal.SeatsAreFree, cohort.LineRefusalFor(live: null, Some.Now));
    }

    [Fact]
    public void Keeps_a_freed_seat_from_walk_ins()
    {
        Join();

        cohort.Release(first, ExpiryReason.GivenBack, Actor.Student, Some.Now);

        Assert.Equal((1, 0, EnrollmentRefusal.Full), (cohort.SeatsLeft, cohort.SeatsOpen, cohort.RefusalFor(live: null, Some.Now)));
    }

    [Fact]
    public void Leaves_to_walk_ins_what_no_one_waits_for()
    {
        Join();

        cohort.Release(first, ExpiryReason.GivenBack, Actor.Student, Some.Now);
        cohort.Release(second, ExpiryReason.GivenBack, Actor.Student, Some.Now);

        Assert.Equal((1, null), (cohort.SeatsOpen, cohort.RefusalFor(live: null, Some.Now)));
    }

    [Fact]
    public void Keeps_a_freed_seat_from_late_money_too()
    {
        Join();
        var late = first;

        cohort.Release(late, ExpiryReason.TimeOver, Actor.Student, Some.Now);

        Assert.False(cohort.HasSeatForLateMoneyAt(Some.Now));
    }

    [Fact]
    public void Offers_to_the_first_and_counts_the_offer_as_taken()
    {
        var (one, two) = (Join(), Join());
        cohort.Release(first, ExpiryReason.GivenBack, Actor.Student, Some.Now);

        cohort.Offer(line.NextInLine()!, OfferTime, Actor.Worker("test"), Some.Now);

        Assert.Equal((WaitlistStatus.Offered, WaitlistStatus.Waiting), (one.Status, two.Status));
        Assert.Equal((2, 1, false), (cohort.SeatsTaken, cohort.Waiting, cohort.CanOfferAt(Some.Now)));
    }

    [Fact]
    public void Turns_an_offer_into_a_held_seat_without_moving_the_counter()
    {
        var entry = Offered();

        var enrollment = cohort.HoldOffered(entry, Some.Registration(), live: null, Some.HoldTime, Some.Now);

        Assert.Equal((EnrollmentStatus.Held, WaitlistStatus.Accepted, 2, 0), (enrollment.Status, entry.Status, cohort.SeatsTaken, cohort.Waiting));
        Assert.Equal(EnrollmentRefusal.OfferOver, cohort.TakingRefusalFor(entry, live: null, Some.Now));
    }

    [Fact]
    public void Lapses_at_the_very_moment_and_not_before()
    {
        var entry = Offered();
        var endsAtUtc = entry.OfferEndsAtUtc!.Value;

        Assert.False(cohort.LapseIfDue(entry, Some.Staff, endsAtUtc.AddTicks(-1)));
        Assert.Null(cohort.TakingRefusalFor(entry, live: null, endsAtUtc.AddTicks(-1)));
        Assert.Equal(EnrollmentRefusal.OfferOver, cohort.TakingRefusalFor(entry, live: null, endsAtUtc));
        Assert.True(cohort.LapseIfDue(entry, Some.Staff, endsAtUtc));
        Assert.False(cohort.LapseIfDue(entry, Some.Staff, endsAtUtc));
        Assert.Equal((WaitlistStatus.Lapsed, 1), (entry.Status, cohort.SeatsTaken));
    }

    [Fact]
    public void Gives_an_offer_up_once()
    {
        var entry = Offered();

        Assert.True(cohort.Leave(entry, Actor.Student, Some.Now));
        Assert.False(cohort.Leave(entry, Actor.Student, Some.Now));
        Assert.Equal((WaitlistStatus.Left, 1, 0), (entry.Status, cohort.SeatsTaken, cohort.Waiting));
    }

    [Theory]
    [InlineData(30 * 24, 24)]
    [InlineData(48, 12)]
    [InlineData(2, 1)]
    [InlineData(0.5, 0.5)]
    public void Asks_faster_the_nearer_the_first_class_is(double hoursToClose, double hours)
    {
        var nowUtc = cohort.RegistrationClosesAtUtc.AddHours(-hoursToClose);

        Assert.Equal(nowUtc.AddHours(hours), cohort.OfferEndsAt(OfferTime, nowUtc));
    }

    [Fact]
    public void Gives_whoever_takes_the_seat_time_for_the_form_once()
    {
        var entry = Offered();
        var late = entry.OfferEndsAtUtc!.Value.AddMinutes(-1);

        entry.TakeUp(Some.HoldTime, late);
        entry.TakeUp(Some.HoldTime, late.AddMinutes(20));

        Assert.Equal(late + Some.HoldTime, entry.OfferEndsAtUtc);
    }

    [Fact]
    public void Moves_one_and_keeps_the_order_of_the_others()
    {
        WaitlistEntry[] people = [Join(), Join(), Join(), Join()];

        var from = line.Move(people[3], place: 2, Some.Staff, Some.Now, "Asked first by phone.");

        Assert.Equal(4, from);
        Assert.Equal([people[0], people[3], people[1], people[2]], line.OrderBy(e => e.Position));
        Assert.Equal(("4", "2"), (people[3].History[^1].From, people[3].History[^1].To));
    }

    [Fact]
    public void Is_the_same_again_once_a_move_is_undone()
    {
        WaitlistEntry[] people = [Join(), Join(), Join()];

        line.Move(people[0], place: line.Move(people[0], place: 3, Some.Staff, Some.Now, "Wrong person."), Some.Staff, Some.Now, "Undone.");

        Assert.Equal(people, line.OrderBy(e => e.Position));
    }

    private WaitlistEntry Join()
    {
        var entry = new WaitlistEntry(cohort.Id, Some.Student().Email, new PersonName("Noor", "Haddad"), 1, Some.Now);
        cohort.Join(entry, line, live: null, Some.Now);
        line.Add(entry);
        return entry;
    }

    private WaitlistEntry Offered()
    {
        var entry = Join();
        cohort.Release(first, ExpiryReason.GivenBack, Actor.Student, Some.Now);
        cohort.Offer(entry, OfferTime, Actor.Worker("test"), Some.Now);
        return entry;
    }
}
