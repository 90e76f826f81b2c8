using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>
/// Whatever students, Stripe, banks and the clock do, in whatever order: seats and money agree with a small model of them,
/// after every act and once everything has come to rest.
/// </summary>
public sealed class AnySequenceTests : Story
{
    private const int ShortForm = 200;
    private const int ShortFormOfOffice = 60;

    // What leads to money comes more often than what goes wrong, so that there is something to go wrong with.
    private static readonly Act[] Weighted =
    [
        .. Enum.GetValues<Act>().Where(act => act < Act.RegisterElsewhere), .. Often(Act.RegisterAndPay, 12), .. Often(Act.NewsArrive, 5), .. Often(Act.Withdraw, 5),
        .. Often(Act.BankContests, 4), .. Often(Act.BankTakesBack, 4), .. Often(Act.BankIsOverruled, 3), .. Often(Act.GoToPay, 2), .. Often(Act.Pay, 2),
        .. Often(Act.Register, 1), .. Often(Act.Land, 1), .. Often(Act.PayByBank, 1), .. Often(Act.BankPays, 1), .. Often(Act.StaffRefundPart, 1), .. Often(Act.SendRefunds, 1),
        .. Often(Act.JoinLine, 4), .. Often(Act.OfferSeats, 3), .. Often(Act.TakeOffer, 3),
    ];

    // Seats that are paid, and then whatever the office does with them.
    private static readonly Act[] WeightedForOffice =
    [
        .. Enum.GetValues<Act>(), .. Often(Act.RegisterAndPay, 14), .. Often(Act.NewsArrive, 8), .. Often(Act.StaffTransfer, 12),
        .. Often(Act.StaffOfferDates, 3), .. Often(Act.ChooseOfferedDates, 5), .. Often(Act.PayAtOnce, 18), .. Often(Act.RegisterElsewhere, 1),
        .. Often(Act.RegisterByVoucher, 3), .. Often(Act.RegisterForFree, 3), .. Often(Act.ConfirmForFree, 6), .. Often(Act.Withdraw, 2),
        .. Often(Act.StaffRefundSome, 3), .. Often(Act.StaffRefundAndCancel, 2), .. Often(Act.SendRefunds, 2), .. Often(Act.EndCanceledSeats, 1),
        .. Often(Act.StaffCancelCohort, 1), .. Often(Act.StaffCancelCohortAndMove, 1),
    ];

    private static readonly Gen<Sequence> OfStudents = Sequences([], Weighted, Gen.Int[0, World.Students - 1]);

    // One of them has paid, and is in the office's hands more often, so that one thing is done upon the other.
    private static readonly Gen<Sequence> OfOffice = Sequences(
        [(Act.RegisterAndPay, 0), (Act.NewsArrive, 0)], WeightedForOffice, Gen.Int[0, 5].Select(n => n switch { < 3 => 0, < 5 => 1, _ => 2 }));

    /// <summary>How many sequences that nobody has played before; null: the same ones each time, so that a change is judged by what it does.</summary>
    private static int? Fresh =>
        int.TryParse(Environment.GetEnvironmentVariable("SWEET_MODEL_SEQUENCES"), CultureInfo.InvariantCulture, out var number) ? number : null;

    [Fact]
    public async Task Seats_and_money_agree_with_the_model()
    {
        Site.With("Stripe:NetworkRetries", "0");
        Site.StandIns.Webhooks.HoldBack();

        await Sample(OfStudents, ShortForm);

        var reached = await Site.Db(db => db.Enrollments.Select(e => e.Status).Distinct().ToListAsync());
        var disputes = await Site.Db(db => db.Disputes.Select(d => d.Status).Distinct().ToListAsync());
        Assert.Equal([DisputeStatus.Won, DisputeStatus.Lost], disputes.Order());
        Assert.Equal([EnrollmentStatus.Confirmed, EnrollmentStatus.Expired, EnrollmentStatus.Cancelled], reached.Order());
    }

    [Fact]
    public async Task And_so_they_do_whatever_the_office_moves_refunds_and_cancels()
    {
        Site.With("Stripe:NetworkRetries", "0");
        Site.StandIns.Webhooks.HoldBack();

        await Sample(OfOffice, ShortFormOfOffice);

        var ended = await Site.Db(db => db.Enrollments.Select(e => e.CancelledWhy).Distinct().ToListAsync());
        var moved = await Site.Db(db => db.Enrollments.Where(e => e.TransferredFromId != null).Select(e => ValueTuple.Create(e.Order.TotalMinor > 0, e.Status)).Distinct().ToListAsync());
        var used = await Site.Db(db => db.Enrollments.Where(e => e.Order.VoucherId != null && e.ConfirmedAtUtc != null).Select(e => e.Order.TotalMinor > 0).Distinct().ToListAsync());
        Assert.Superset(
            new HashSet<CancellationReason?>([CancellationReason.Withdrew, CancellationReason.Staff, CancellationReason.Transferred, CancellationReason.CohortCancelled]), ended.ToHashSet());
        Assert.Superset(
            new HashSet<(bool, EnrollmentStatus)>([(false, EnrollmentStatus.Confirmed), (true, EnrollmentStatus.Confirmed), (true, EnrollmentStatus.Expired)]), moved.ToHashSet());
        Assert.Equal([false, true], used.Order());
        Assert.True(await Site.Db(db => db.Set<CancelledSeat>().AnyAsync(s => s.TransferToId != null && s.DoneAtUtc != null && s.NotMovedBecause == null)));
    }

    private static Gen<Sequence> Sequences((Act, int)[] first, Act[] weighted, Gen<int> who) => Gen.Select(
        Gen.Int[0, World.OtherPrices.Length - 1],
        Gen.Select(Gen.Int[0, weighted.Length - 1].Select(at => weighted[at]), who).Array[8, 30],
        (price, acts) => new Sequence(price, [.. first, .. acts]));

    /// <summary>A counterexample is told with the seed that finds it again.</summary>
    private async Task Sample(Gen<Sequence> sequences, int shortForm)
    {
        if (Fresh is { } count) await Sample(sequences, seed: null, count);
        else foreach (var seed in Enumerable.Range(1, shortForm).Select(n => new PCG(1, (ulong)n).ToString())) await Sample(sequences, seed, count: 1);
    }

    private Task Sample(Gen<Sequence> sequences, string? seed, int count) => sequences.SampleAsync(sequence => sequence.Play(Site, Given), seed: seed, iter: count, threads: 1);

    private static IEnumerable<Act> Often(Act act, int times) => Enumerable.Repeat(act, times);
}
