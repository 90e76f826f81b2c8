using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Tests.Enrollments;

public class EmailChangeTests
{
    private static readonly DateTime Later = Some.Now.AddHours(1);

    [Fact]
    public void Keeps_the_old_address_and_only_the_hash_of_what_takes_it_back()
    {
        var enrollment = Confirmed();
        var old = enrollment.Email;
        var change = Wish(enrollment);

        var token = change.Make(Actor.Student, Some.Now);

        Assert.Equal(("ana.new@clinic.example", old), (enrollment.Email, change.OldEmail));
        Assert.Equal(RetiredLink.HashOf(token), change.ReversalHash);
    }

    [Fact]
    public void Taken_back_it_gives_the_old_address_and_new_links()
    {
        var enrollment = Confirmed();
        var (old, link) = (enrollment.Email, enrollment.LinkToken);
        var change = Wish(enrollment);
        change.Make(Actor.Student, Some.Now);

        var retired = change.Reverse(Actor.Student, Later);

        Assert.Equal(old, enrollment.Email);
        Assert.NotEqual(link, enrollment.LinkToken);
        Assert.Contains(retired, one => one.TokenHash == RetiredLink.HashOf(link));
        Assert.Equal(EmailChangeRefusal.Over, change.ReversalRefusalFor(otherLive: null, Later));
        Assert.Throws<InvalidOperationException>(() => change.Reverse(Actor.Student, Later));
    }

    [Fact]
    public void A_wish_cannot_be_taken_back_and_a_change_not_after_a_day()
    {
        var change = Wish(Confirmed());
        Assert.Equal(EmailChangeRefusal.Over, change.ReversalRefusalFor(otherLive: null, Some.Now));

        change.Make(Actor.Student, Later);

        Assert.Null(change.ReversalRefusalFor(otherLive: null, Later + EmailChange.ReversibleFor - TimeSpan.FromSeconds(1)));
        Assert.Equal(EmailChangeRefusal.Over, change.ReversalRefusalFor(otherLive: null, Later + EmailChange.ReversibleFor));
    }

    [Fact]
    public void Another_place_of_the_address_stands_against_both_ways()
    {
        var change = Wish(Confirmed());
        Assert.Equal(EmailChangeRefusal.AddressTaken, change.RefusalFor(Some.Enrollment(), Some.Now));

        change.Make(Actor.Student, Some.Now);

        Assert.Equal(EmailChangeRefusal.AddressTaken, change.ReversalRefusalFor(Some.Enrollment(), Later));
    }

    [Fact]
    public void A_request_for_links_is_tried_eight_times()
    {
        var request = new LinkRequest(Some.Email("ana@clinic.example"), Some.Now);

        var triedAgain = Enumerable.Range(0, LinkRequest.MostAttempts).Select(_ => request.Postpone(TimeSpan.FromMinutes(1), Some.Now)).ToList();

        Assert.Equal(Enumerable.Repeat(true, 7).Append(false), triedAgain);
        Assert.Equal(Some.Now.AddMinutes(1), request.NextAttemptAtUtc);
    }

    private static EmailChange Wish(Enrollment enrollment) => new(enrollment, Some.Email("ana.new@clinic.example"), Some.Now);

    private static Enrollment Confirmed()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);
        cohort.Confirm(enrollment, Actor.Student, Some.Now);
        return enrollment;
    }
}
