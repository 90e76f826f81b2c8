using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Tests;
using Sweet.Domain.Vouchers;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.SendGrid;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;
using Sweet.Web.Workers.Cohorts;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>Two cohorts with two seats each, three who want one, an office, and what each act makes of it.</summary>
internal sealed class World
{
    public const int Students = 3;

    private const int Seats = 2;
    private const long Part = 10_000;
    private const int RoundsToRest = 7;

    /// <summary>What the other cohort may cost: as much, less, or more, which is the longest way.</summary>
    public static readonly long[] OtherPrices = [59_700, 39_700, 69_700, 69_700];

    /// <summary>Longer than the deep comparison reaches back: it sees what this sequence made at Stripe, and not that of hundreds before.</summary>
    private static readonly TimeSpan SinceTheOneBefore = TimeSpan.FromDays(36);

    private static readonly TimeSpan UntilTransfersAreOver = TimeSpan.FromHours(73);
    private static readonly TimeSpan UntilDeepComparison = TimeSpan.FromHours(25);

    private static int last;

    private readonly SiteFactory site;
    private readonly Cohort home;
    private readonly Cohort other;
    private readonly MoneyModel money;
    private readonly ModelledBank bank;
    private readonly ModelledLine line;
    private readonly ModelledOffice office;
    private readonly ModelledVouchers vouchers;
    private readonly Audit audit;
    private readonly ModelledStudent[] students;
    private readonly HashSet<string> cameBack = new(StringComparer.Ordinal);

    private World(SiteFactory site, Cohort home, Cohort other, ModelledVouchers vouchers, int number)
    {
        (this.site, this.home, this.other, this.vouchers) = (site, home, other, vouchers);
        money = new MoneyModel([home, other], site.StandIns.Stripe);
        bank = new ModelledBank(site.StandIns.Stripe);
        line = new ModelledLine(site, home);
        office = new ModelledOffice(site, [home, other], line, money);
        audit = new Audit(site, [home, other], money, vouchers);
        students = [.. Enumerable.Range(0, Students).Select(n => new ModelledStudent(site.NewVisitor(), site.StandIns.Stripe, $"student{n}.{number}@clinic.example"))];
    }

    /// <param name="otherPrice">Of <see cref="OtherPrices"/>.</param>
    public static async Task<World> Begin(SiteFactory site, Given given, int otherPrice)
    {
        // What a sequence that failed has left behind is none of the next one's.
        site.StandIns.Faults.Stripe.Clear();
        site.StandIns.Faults.SendGrid.Clear();
        site.StandIns.Webhooks.DropWaiting();
        site.Pass(SinceTheOneBefore);
        var number = Interlocked.Increment(ref last);
        var first = await given.OpenCohort(Seats, firstClassLocal: EveningIn(site, days: 50));
        var second = await given.OpenCohort(Seats, price: Some.Price with { Minor = OtherPrices[otherPrice] }, firstClassLocal: EveningIn(site, days: 64));
        return new(site, first, second, await ModelledVouchers.Begin(given, number), number);
    }

    private static DateTime EveningIn(SiteFactory site, int days) => DateTime.SpecifyKind(site.Now.Date.AddDays(days).AddHours(19), DateTimeKind.Unspecified);

    public async Task Do(Act what, int who)
    {
        // No two things are done in one moment.
        site.Pass(TimeSpan.FromSeconds(1));
        await DoOnly(what, who);
        await office.Learn();
    }

    private Task DoOnly(Act what, int who) => what switch
    {
        Act.Register => Register(students[who], home),
        Act.RegisterElsewhere => Register(students[who], other),
        Act.PayAtOnce => PayAtOnce(students[who]),
        Act.RegisterByVoucher => RegisterBy(vouchers.Tenth, students[who]),
        Act.RegisterForFree => RegisterBy(vouchers.Whole, students[who]),
        Act.ConfirmForFree => students[who].ConfirmForFree(),
        Act.OpenAnotherPage => OpenAnotherPage(students[who]),
        Act.ChooseOfferedDates => students[who].ChooseOfferedDates(),
        Act.StaffTransfer => office.Transfer(students[who]),
        Act.StaffOfferDates => office.OfferDates(students[who]),
        Act.StaffRefundAndCancel => office.RefundAndCancel(students[who]),
        Act.StaffRefundAllAndCancel => office.RefundAllAndCancel(students[who]),
        Act.StaffRefundSome => office.RefundSome(students[who]),
        Act.StaffRefundPayment => office.RefundPayment(students[who]),
        Act.StaffAskTooMuch => office.AskTooMuch(students[who]),
        Act.StaffCancelCohort => office.CancelCohort(moves: false),
        Act.StaffCancelCohortAndMove => office.CancelCohort(moves: true),
        Act.RegisterAndPay => RegisterAndPay(students[who]),
        Act.GoToPay => students[who].GoToPay(),
        Act.Pay => students[who].Pay(),
        Act.PayByBank => students[who].PayByBank(),
        Act.BankPays => students[who].BankPays(),
        Act.BankRefuses => students[who].BankRefuses(),
        Act.Land => students[who].Land(),
        Act.GiveBack => students[who].GiveBack(),
        Act.Withdraw => Withdraw(students[who]),
        Act.StaffRefundPart => StaffRefundPart(students[who]),
        Act.RegisterAgain => RegisterAgain(students[who]),
        Act.BankAsks => Bank(students[who], bank.Asks),
        Act.BankContests => Bank(students[who], bank.Contests),
        Act.BankReviews => Bank(students[who], bank.Reviews),
        Act.BankTakesBack => Bank(students[who], bank.TakesBack),
        Act.BankIsOverruled => Bank(students[who], bank.IsOverruled),
        Act.BankIsPrevented => Bank(students[who], bank.IsPrevented),
        Act.BankGivesIn => Bank(students[who], bank.GivesIn),
        Act.JoinLine => line.Join(students[who]),
        Act.TakeOffer => line.Take(students[who]),
        Act.LeaveLine => line.Leave(students[who]),
        Act.WaitWithLateMoney => students[who].WaitWithLateMoney(),
        Act.HaveLateMoneyBack => students[who].HaveLateMoneyBack(),
        Act.MailArrives => LastMailTo(students[who]) is { } mail ? site.StandIns.MailEvents.Deliver(mail) : Task.CompletedTask,
        Act.MailComesBack => LastMailTo(students[who]) is { } mail ? ComeBack(mail) : Task.CompletedTask,
        _ => Happens(what),
    };

    /// <summary>Faults are over, every bank has decided, and so much time passes that nothing is open any more.</summary>
    public async Task ComeToRest()
    {
        site.StandIns.Faults.Stripe.Clear();
        site.StandIns.Faults.SendGrid.Clear();
        foreach (var student in students) await student.BankPays();
        await bank.GivesInEverywhere();
        site.StandIns.Webhooks.DropWaiting();
        for (var round = 0; round < RoundsToRest; round++)
        {
            // What the first comparison finds paid late may be chosen about for a day.
            await Pass(round switch { 0 => UntilTransfersAreOver, 1 or 2 => UntilDeepComparison, _ => TimeSpan.FromMinutes(45) });
            await site.Reconcile();
            await site.EndHolds();
            await site.Tick<CancellationsWork>();
            await site.Tick<OffersWork>();
            await office.DecideOnAppeals();
            await site.SendRefunds();
            await site.SendMail();
            await office.Learn();
        }
    }

    public Task AssertSeatsAgree() => audit.AssertSeatsAgree();

    public async Task<IReadOnlyList<Enrollment>> AssertRest()
    {
        var places = await office.Places();
        await audit.AssertSeatsAgree();
        await audit.AssertMoneyAgrees(places);
        await audit.AssertLettersAgree(places);
        await audit.AssertReturned(cameBack);
        return places;
    }

    private async Task Register(ModelledStudent student, Cohort cohort)
    {
        var hasOne = await IsLive(student, cohort);
        // What is offered, or waited for, is no walk-in's.
        var free = await office.Free(cohort);

        var page = await student.Register($"/cohorts/{cohort.Reference}/enrollments/new");

        if (!hasOne) Assert.Equal(free > 0, page.Address.StartsWith("/enrollments/", StringComparison.Ordinal));
        Assert.True(await IsLive(student, cohort) == (hasOne || free > 0), page.Text);
    }

    /// <summary>Where there is a seat for the student; the code decides as well.</summary>
    private async Task RegisterBy(Voucher voucher, ModelledStudent student)
    {
        var cohort = await office.Free(home) > 0 && !await IsLive(student, home) ? home : other;
        if (await IsLive(student, cohort)) return;

        var isExpected = await office.Free(cohort) > 0 && vouchers.IsFreeFor(student, voucher, await office.Places());
        var page = await student.Register($"/cohorts/{cohort.Reference}/enrollments/new?code={voucher.Code}");

        Assert.Equal(isExpected, page.Address.StartsWith("/enrollments/", StringComparison.Ordinal));
        if (isExpected) Used(voucher, student, (await PlaceOf(student))!);
    }

    private void Used(Voucher voucher, ModelledStudent student, Enrollment place)
    {
        vouchers.Used(voucher, place.Number);
        money.Lowered(place, voucher);
        // What costs nothing is confirmed by the emailed link alone.
        if (voucher == vouchers.Whole) student.Follow(place.TokenForMail());
    }

    /// <summary>The code is kept, if it still holds.</summary>
    private async Task RegisterAgain(ModelledStudent student)
    {
        var (before, places) = (await PlaceOf(student), await office.Places());
        await student.RegisterAgain();
        if (await PlaceOf(student) is not { } place || places.Any(p => p.Id == place.Id)) return;

        if (vouchers.Of(before!.Number) is { } voucher && vouchers.IsFreeFor(student, voucher, places)) Used(voucher, student, place);
    }

    /// <summary>Another of their seats, as its emails lead there.</summary>
    private async Task OpenAnotherPage(ModelledStudent student)
    {
        var own = (await office.Places()).FindAll(p => p.EmailKey == student.Email);
        if (own.Count > 0) student.Follow(own[(own.FindIndex(p => IsAt(student, p)) + 1) % own.Count].TokenForMail());
    }

    private async Task RegisterAndPay(ModelledStudent student)
    {
        await Register(student, home);
        await PayAtOnce(student);
    }

    private static async Task PayAtOnce(ModelledStudent student)
    {
        await student.GoToPay();
        await student.Pay();
    }

    private async Task Withdraw(ModelledStudent student)
    {
        var before = await PlaceOf(student);
        await student.Withdraw();
        if (before is { Status: EnrollmentStatus.Confirmed } && await site.Db(db => db.Enrollments.AnyAsync(e => e.Id == before.Id && e.CancelledWhy == CancellationReason.Withdrew)))
            money.EndedByRule(before);
    }

    private async Task StaffRefundPart(ModelledStudent student)
    {
        if (await office.ConfirmedOf(student) is not { Order.ConfirmingPayment.PaymentIntentId: { } intent } place || money.AtStripe(place.Number) < Part) return;
        if (site.StandIns.Stripe.Disputes.Any(d => d.PaymentIntent == intent && !d.IsChargeRefundable)) return;

        await site.StandIns.Stripe.Refund(intent, Part);
        money.RefundedInDashboard(place.Number, Part);
    }

    // Of the seat that was paid last, whether or not it was given back since: a bank may contest that too.
    private async Task Bank(ModelledStudent student, Func<string, Task> does)
    {
        if (await ConfirmingPaymentOf(student) is { } intent) await does(intent);
    }

    private Task<string?> ConfirmingPaymentOf(ModelledStudent student) => site.Db(db => db.Payments
        .Where(p => p.Order.Enrollment.CohortId == home.Id || p.Order.Enrollment.CohortId == other.Id)
        .Where(p => p.Order.Enrollment.EmailKey == student.Email && p.Decision == PaymentDecision.Confirms)
        .OrderByDescending(p => p.Id).Select(p => p.PaymentIntentId).FirstOrDefaultAsync());

    private SentMail? LastMailTo(ModelledStudent student) => site.StandIns.Inbox.To(student.Email) is [.., var last] ? last : null;

    private async Task ComeBack(SentMail mail)
    {
        cameBack.Add(mail.CustomArgs["sweet_message"]);
        await site.StandIns.MailEvents.Bounce(mail);
    }

    private Task Happens(Act what)
    {
        var (webhooks, faults) = (site.StandIns.Webhooks, site.StandIns.Faults);
        switch (what)
        {
            case Act.NewsArrive: return webhooks.DeliverWaiting();
            case Act.NewsArriveReversed: return webhooks.DeliverWaiting(events => events.Reverse());
            case Act.NewsRepeat: return site.StandIns.Stripe.Events is [.., var newest] ? webhooks.Deliver(newest) : Task.CompletedTask;
            case Act.NewsAreLost: webhooks.DropWaiting(); return Task.CompletedTask;
            case Act.AnswerIsLost: faults.Stripe.Next(Fault.BreakAfter); return Task.CompletedTask;
            case Act.StripeIsDown: faults.Stripe.Next(Fault.ServerError); return Task.CompletedTask;
            case Act.MailIsNotTaken: faults.SendGrid.Next(Fault.ServerError); return Task.CompletedTask;
            case Act.Reconcile: return site.Reconcile();
            case Act.EndHolds: return site.EndHolds();
            case Act.OfferSeats: return site.Tick<OffersWork>();
            case Act.SendRefunds: return site.SendRefunds();
            case Act.SendMail: return site.SendMail();
            case Act.EndCanceledSeats: return site.Tick<CancellationsWork>();
            case Act.TwentyMinutesPass: return Pass(TimeSpan.FromMinutes(20));
            case Act.FortyMinutesPass: return Pass(TimeSpan.FromMinutes(40));
            default: throw new ArgumentOutOfRangeException(nameof(what), what, "Nobody does this.");
        }
    }

    private Task Pass(TimeSpan time)
    {
        site.Pass(time);
        return site.StandIns.Tick();
    }

    private Task<bool> IsLive(ModelledStudent student, Cohort cohort) =>
        site.Db(db => db.Enrollments.Live().AnyAsync(e => e.CohortId == cohort.Id && e.EmailKey == student.Email));

    private async Task<Enrollment?> PlaceOf(ModelledStudent student) => (await office.Places()).Find(p => IsAt(student, p));

    private static bool IsAt(ModelledStudent student, Enrollment place) =>
        student.Token is { } token && (place.LinkToken == token || place.MailedToken == token);
}
