using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Calendars;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Email.Letters.Enrollments;

public sealed class EnrollmentConfirmedLetter(Enrollment enrollment) : EnrollmentLetter(enrollment)
{
    /// <summary>When an address that was corrected is told again what the earlier one was told; else null.</summary>
    public DateTime? AgainAtUtc { get; init; }

    public override string Fact =>
        $"enrollment {Enrollment.Number} confirmed" + (AgainAtUtc is { } utc ? $", told again {FactNames.Moment(utc)}" : "");

    public override Urgency Urgency => Urgency.Confirmation;

    public override DateTime? HappenedAtUtc => AgainAtUtc is not null ? JustNow : CapturedAtUtc ?? JustNow;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Confirmed);

    public override LetterContent Content(LetterSite site) => new(
        $"You are enrolled: {Course}, from {ZonedTime.At(Cohort.FirstClassAtUtc, Cohort.TimeZone).ShortDate}",
        Point(),
        Enrollment.Number,
        [
            new Facts([LetterWords.CourseOf(Cohort), .. Student, MeetingsOf(Cohort)]),
            OpenPage(site),
            new Paragraph(
                $"The page shows everything that matters: class meetings, {(IsPaid ? "receipt" : "charges")}, and how to join. "
                + "Anyone with its link can open it, so keep this email to yourself."),
            new Heading("Your calendar"),
            new Paragraph(
                "The attached file adds the class meetings to your calendar as they are scheduled today. "
                + "Subscribe to this address instead, and your calendar picks up later changes automatically, usually within a day:"),
            new Link("Calendar address", site.CalendarOf(Enrollment)),
            new Paragraph("Your enrollment page has buttons that subscribe with Google Calendar, Outlook, and Apple Calendar."),
            .. Joining(Cohort),
            .. WhatsApp(Cohort),
            new Heading(IsPaid ? "Receipt" : "Summary of charges"),
            ReceiptOf(site),
            .. MadeOutOnPage(),
            new Heading("If you withdraw"),
            new Paragraph(RefundsOf(Enrollment.Order)),
            new Link("Refund policy", site.Page("/policies/refunds")),
        ]);

    public override string Calendar(LetterSite site) => EnrollmentCalendar.WriteFile(Enrollment, site.BaseUrl, site.Help);

    // Until money came there is no receipt.
    private bool IsPaid => !Enrollment.Order.Paid.IsZero;

    private DateTime? CapturedAtUtc => Enrollment.Order.Payments.LastOrDefault(IsByStripe)?.CapturedAtUtc;

    // What staff wrote down as paid outside came days ago, and is told for the first time now.
    private static bool IsByStripe(Payment payment) => payment is { Decision: PaymentDecision.Confirms, IsOutside: false };

    private string Point() =>
        Enrollment.Order.PaidForSeat is { IsZero: false } paid
            ? $"You are enrolled. The payment of {paid.Exact()} arrived, and your seat in {Course} is yours."
            : $"You are enrolled. Your seat in {Course} is yours.";

    private static Fact MeetingsOf(Cohort cohort)
    {
        var meetings = cohort.Meetings.OrderBy(m => m.Number).Select(m => LetterWords.When(m, cohort));
        var city = ZonedTime.At(cohort.FirstClassAtUtc, cohort.TimeZone).City;
        return new Fact("Class meetings", [.. meetings, $"All times are {city} time."]);
    }

    private static IEnumerable<Block> Joining(Cohort cohort)
    {
        yield return new Heading("Joining a class");
        var links = cohort.Meetings.OrderBy(m => m.Number).Where(m => m.JoinUrl is not null).ToList();
        if (links.Count == 0) yield return new Paragraph("The link to join appears on your enrollment page before the first class.");
        else if (links.TrueForAll(m => m.JoinUrl == links[0].JoinUrl)) yield return new Link("Join every class here", links[0].JoinUrl!);
        else foreach (var meeting in links) yield return new Link($"Class {meeting.Number}", meeting.JoinUrl!);
    }

    private static IEnumerable<Block> WhatsApp(Cohort cohort)
    {
        if (cohort.WhatsAppUrl is null) yield break;

        yield return new Heading("Your group on WhatsApp");
        yield return new Paragraph(
            "Your cohort talks between classes in a WhatsApp group. The group shows your phone number and profile name to its members, "
            + "so join only if that suits you. Everything you need also comes by email.");
        yield return new Link("Join the group", cohort.WhatsAppUrl);
    }

    private Facts ReceiptOf(LetterSite site)
    {
        var order = Enrollment.Order;
        var lines = order.Lines.Select(
            l => new Fact(l.Description, new Domain.Money(l.AmountMinor, order.Currency).Exact()) { IsSum = true });
        var payments = ReceiptText.PaymentsOf(order).Select(p => new Fact("Paid", PaidOf(p, Cohort)));
        var refunds = ReceiptText.RefundsOf(order).Select(r => new Fact("Refund", RefundOf(r, Cohort)));
        return new Facts(
            [
                .. IsPaid ? [new Fact("Issued on", LetterWords.Day(ReceiptText.IssuedAtUtc(Enrollment), Cohort))] : Array.Empty<Fact>(),
                .. lines,
                new Fact("Sales tax", ReceiptText.Tax(order).Exact()) { IsSum = true },
                new Fact("Total", order.Total.Exact()) { IsTotal = true },
                .. Enrollment.Order.IsUnpaidInvoice() ? [new Fact("Paid", ReceiptText.Invoiced)] : payments,
                .. refunds,
                new Fact("Class dates", string.Join("; ", ReceiptText.ClassDates(Cohort))),
                .. MadeOutTo(order),
                new Fact("From", [site.LegalName, .. site.LegalAddress, .. ReceiptText.TaxId(site.Ein)]),
            ]);
    }

    // As with the name: whoever has the address may never have heard of the payer.
    private Fact[] MadeOutTo(Order order) =>
        !IsProven ? []
        : order.PayerName is null ? [new Fact("Made out to", order.Enrollment.FullName)]
        : [new Fact("Made out to", [order.PayerName, .. LinesOf(order.PayerAddress)])];

    private Paragraph[] MadeOutOnPage() =>
        IsProven ? []
        : [new Paragraph($"The printable {(IsPaid ? "receipt" : "summary")} on your enrollment page says whom it is made out to.")];

    private static string PaidOf(Payment payment, Cohort cohort)
    {
        var by = PaymentMethodText.InWords(payment) is { } method ? $" by {method}" : "";
        return $"{payment.Amount.Exact()}{by} on {LetterWords.Day(ReceiptText.PaidAtUtc(payment), cohort)}";
    }

    private static string RefundOf(Refund refund, Cohort cohort) =>
        $"{ReceiptText.AmountOf(refund)}. {ReceiptText.WhatOf(refund)} {LetterWords.Day(ReceiptText.WhenOf(refund), cohort)}";

    private string RefundsOf(Order order)
    {
        var rule = WithdrawalText.RuleInWords(order.RefundFeePercent);
        if (order.Paid.IsZero) return rule;

        var counted = Enrollment.ClassesCountedAt(Enrollment.ConfirmedAtUtc ?? Enrollment.CreatedAtUtc);
        if (counted == order.ClassesBought) return rule;

        var back = order.RefundPolicy.BackFor(order.PaidForSeat, counted, order.ClassesBought).Exact();
        return order.ClassesOver == 0 && counted == 0
            ? $"{rule} If you withdraw before the first class, you’ll be refunded {back}."
            : $"{rule} A class that was over when your seat was confirmed doesn’t count. "
                + $"If you withdraw before the next class, you’ll be refunded {back}.";
    }

    private static string[] LinesOf(string? text) =>
        text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
