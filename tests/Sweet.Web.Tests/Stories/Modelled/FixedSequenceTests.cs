using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>
/// What chance has led to too rarely: the same acts in a fixed order, in the same world and against the same model. Each was seen to fail
/// with the rule that it is about left out.
/// </summary>
public sealed class FixedSequenceTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const int SamePrice = 0;
    private const int Cheaper = 1;
    private const int Dearer = 2;

    private const EnrollmentStatus Confirmed = EnrollmentStatus.Confirmed;
    private const EnrollmentStatus Expired = EnrollmentStatus.Expired;
    private const EnrollmentStatus Canceled = EnrollmentStatus.Cancelled;

    [Fact]
    public Task A_choice_of_dearer_dates_is_paid_for() => Play(
        Dearer, [Canceled, Confirmed],
        [.. Paid(0), (Act.StaffOfferDates, 0), (Act.ChooseOfferedDates, 0), .. Pays(0)]);

    [Fact]
    public Task A_voucher_for_one_seat_a_person_is_not_used_for_two() => Play(
        SamePrice, [Expired],
        [(Act.RegisterByVoucher, 0), (Act.RegisterByVoucher, 0)]);

    [Fact]
    public Task Not_a_cent_more_than_is_left_goes_back() => Play(
        Dearer, [Canceled, Confirmed],
        [
            .. Paid(0), (Act.StaffAskTooMuch, 0), (Act.StaffRefundSome, 0), (Act.StaffAskTooMuch, 0),
            (Act.StaffTransfer, 0), .. Pays(0), (Act.StaffAskTooMuch, 0), (Act.StaffRefundSome, 0), (Act.StaffAskTooMuch, 0),
        ]);

    [Fact]
    public Task With_a_canceled_cohort_goes_back_what_a_seat_has_moved_with() => Play(
        Cheaper, [Canceled, Canceled],
        [(Act.RegisterElsewhere, 0), .. Pays(0), (Act.StaffTransfer, 0), .. Pays(0), (Act.StaffCancelCohort, 0), (Act.EndCanceledSeats, 0)]);

    [Fact]
    public Task And_what_it_has_moved_with_twice() => Play(
        Cheaper, [Canceled, Canceled, Canceled],
        [
            .. Paid(0), (Act.StaffTransfer, 0), (Act.StaffRefundSome, 0), (Act.StaffTransfer, 0), .. Pays(0), (Act.StaffAskTooMuch, 0),
            (Act.StaffCancelCohort, 0), (Act.EndCanceledSeats, 0),
        ]);

    [Fact]
    public Task Money_for_a_canceled_cohort_comes_too_late() => Play(
        SamePrice, [Expired, Canceled],
        [(Act.Register, 0), (Act.GoToPay, 0), .. Paid(1), (Act.StaffCancelCohort, 0), .. PaysNow(0), (Act.EndCanceledSeats, 0)]);

    [Fact]
    public Task A_transfer_does_not_jump_the_line() => Play(
        SamePrice, [Confirmed, Expired, Confirmed, Confirmed],
        [
            (Act.RegisterElsewhere, 0), .. Pays(0), (Act.Register, 0), .. Paid(1), (Act.JoinLine, 2),
            (Act.GiveBack, 0), (Act.StaffTransfer, 0), (Act.OfferSeats, 0), (Act.StaffTransfer, 0), (Act.TakeOffer, 2), .. Pays(2),
        ]);

    [Fact]
    public Task The_first_in_line_is_offered_the_seat() => Play(
        SamePrice, [Expired, Confirmed, Confirmed],
        [(Act.Register, 0), .. Paid(1), (Act.JoinLine, 2), (Act.GiveBack, 0), (Act.JoinLine, 0), (Act.OfferSeats, 0), (Act.TakeOffer, 2), .. Pays(2)]);

    private static (Act, int)[] Paid(int who) => [(Act.Register, who), .. Pays(who)];

    private static (Act, int)[] Pays(int who) => [(Act.GoToPay, who), .. PaysNow(who)];

    private static (Act, int)[] PaysNow(int who) => [(Act.Pay, who), (Act.NewsArrive, who)];

    /// <param name="expected">How each seat ends, in the order in which they were made: that the acts have led where they were to.</param>
    private async Task Play(int otherPrice, EnrollmentStatus[] expected, (Act, int)[] acts)
    {
        site.With("Stripe:NetworkRetries", "0");
        site.StandIns.Webhooks.HoldBack();

        var places = await new Sequence(otherPrice, acts).Play(site, new Given(site));

        Assert.Equal(expected, places.Select(p => p.Status));
    }
}
