using System.Security.Cryptography;
using System.Text;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Features.Students.LinePayments;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Features.Students.StudentPages;

/// <summary>A student's own page, behind the link token.</summary>
public sealed record EnrollmentPage(
    string Token, string Number, EnrollmentStatus Status, StudentDetails Student, SeatDetails Seat, MoneyDetails Money)
{
    private const int MarkLength = 16;

    /// <summary>What went wrong with the last act, and what to do; or null.</summary>
    public string? Problem { get; init; }

    /// <summary>Opened by an emailed link, and nobody has acted by it yet: whoever registered has a link of their own.</summary>
    public bool IsShared { get; init; }

    /// <summary>What costs nothing is confirmed by a link that was emailed.</summary>
    public bool CanConfirm { get; init; }

    /// <summary>The version of the refund policy that the order accepted.</summary>
    public int RefundPolicyId { get; init; }

    public int PrivacyPolicyId { get; init; }

    /// <summary>What was just done, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>This browser may have paid, and Stripe could not say yet: no other payment is asked for.</summary>
    public bool IsPaymentLookedUp { get; init; }

    /// <summary>Stands for what the page shows of the student: whoever pays pays for this one.</summary>
    /// <remarks>Without the address: if that changes, the link of who was mailed the page opens nothing any more.</remarks>
    public string StudentMark =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Student with { Email = "" }}")))[..MarkLength];

    public MailDetails Mail { get; init; } = MailDetails.Fine;

    /// <summary>Money that came late for a full cohort, while its payer may choose or waits; else null.</summary>
    public LateMoneyDetails? Late { get; init; }

    /// <summary>Says in a tab and in the history how things stand.</summary>
    public string Title => Status switch
    {
        EnrollmentStatus.Held when IsPaymentLookedUp => "We are looking up your payment",
        EnrollmentStatus.Held when IsHoldOver => "The time to pay is up",
        EnrollmentStatus.Held when IsHeldForDays =>
            $"Your seat is held until {HeldUntil.Clock} {HeldUntil.Abbreviation} on {HeldUntil.ShortDate}",
        EnrollmentStatus.Held => $"Your seat is held until {HeldUntil.Clock} {HeldUntil.Abbreviation}",
        EnrollmentStatus.Processing when IsWithStaff => "Your payment arrived, and someone is looking into it",
        EnrollmentStatus.Processing => "Your bank is still working on it",
        EnrollmentStatus.Confirmed => "You are enrolled",
        EnrollmentStatus.Cancelled when HasMoved => "You have moved to other dates",
        EnrollmentStatus.Cancelled => WithdrawnAtUtc is null ? "This enrollment has ended" : "You have withdrawn",
        _ when Late is { ChooseUntilUtc: not null } => "Your payment came after the last seat was taken",
        _ when Late is not null => $"You are number {Late.Place} in line",
        _ => "The seat is no longer held for you",
    };

    public ZonedTime HeldUntil => ZonedTime.At(Seat.HeldUntilUtc, Seat.TimeZone);

    /// <summary>Then its end needs a day.</summary>
    private bool IsHeldForDays => HeldUntil.Local.Date != ZonedTime.At(Seat.ReadAtUtc, Seat.TimeZone).Local.Date;

    /// <summary>Nobody has filled in a form: staff have made the seat, by hand or by a transfer.</summary>
    public bool IsMadeByStaff { get; init; }

    /// <summary>What happens if nobody pays.</summary>
    public string AtTheEnd =>
        IsTransfer ? "If the time runs out, the new seat is given back, and your current seat stays yours."
        : "If the time runs out, one button registers you again with everything filled in.";

    /// <summary>Its time is over, and Stripe has not said yet whether it was paid: it can be offered to nobody, nor given back.</summary>
    public bool IsHoldOver => Status == EnrollmentStatus.Held && Seat.HeldUntilUtc <= Seat.ReadAtUtc;

    public bool IsTotalZero => Money.Total.IsZero;

    /// <summary>The payment arrived, but its sum fits nothing: staff decide.</summary>
    public bool IsWithStaff => Status == EnrollmentStatus.Processing && Money.IsWithStaff;

    public bool CanWithdraw { get; init; }

    /// <summary>By a link to the new address; of a held seat it is typed over.</summary>
    public bool CanChangeEmail { get; init; }

    /// <summary>Null if the enrollment did not end by withdrawing.</summary>
    public DateTime? WithdrawnAtUtc { get; init; }

    public string ExpiryInWords => ExpiredWhy switch
    {
        _ when Money.IsAtBank => "The seat was given back before you paid. Your bank is still working on that payment: once it arrives, "
            + "you get a seat if one is free, and all of your money back if none is. We’ll email you either way.",
        ExpiryReason.GivenBack => "You gave the seat back. Nothing was charged.",
        ExpiryReason.EndedAtStripe => "Its payment page has ended, so the seat was given back. Nothing was charged.",
        ExpiryReason.AddressTakenBack => "It was not paid for, and its email address went back to another enrollment, "
            + "so the seat was given back. Nothing was charged.",
        ExpiryReason.Staff => "The registrar gave the seat back. Nothing was charged.",
        ExpiryReason.CohortCancelled => "We had to cancel this cohort, so the seat has ended. If you paid for it, you’ll be refunded.",
        ExpiryReason.EarlierSeatEnded =>
            "The seat that you wanted to move from has ended, so this one was given back too. Nothing was charged for it.",
        ExpiryReason.BankRefused => "Your bank did not make the payment, so the seat was given back. Nothing was charged.",
        _ => "No payment arrived in time, so the seat was given back. Nothing was charged.",
    };

    /// <summary>Of a transfer that came to nothing.</summary>
    public string NotMovedInWords => ExpiredWhy switch
    {
        ExpiryReason.TimeOver or null => "The move was not paid for in time. Your earlier seat is yours as before.",
        _ => $"{ExpiryInWords} Your earlier seat is yours as before.",
    };

    public ExpiryReason? ExpiredWhy { get; init; }

    /// <summary>It was to take the place of another seat.</summary>
    public bool IsTransfer { get; init; }

    public bool IsLateTransfer => IsTransfer && ExpiredWhy != ExpiryReason.EarlierSeatEnded;

    /// <summary>Until when the student may choose other dates; null where none are offered.</summary>
    public DateTime? OtherDatesUntilUtc { get; init; }

    public bool HasMoved { get; init; }

    public bool CanRegisterAgain => Status == EnrollmentStatus.Expired && Seat.IsOpen && !IsTransfer && Late is null;
}

public sealed record StudentDetails(
    string FullName, string NameOnCertificate, string Email, Profession Profession,
    string? LicenseNumber, string? LicenseState, string? PayerName)
{
    /// <summary>The enrollment was remade: the name is the payer's, and the profession is not known.</summary>
    public bool IsIncomplete { get; init; }
}

/// <param name="HeldUntilUtc">The end of the hold; means something only while the seat is held.</param>
/// <param name="ReadAtUtc">When the page was written: a countdown starts from it, since the reader's clock may be wrong.</param>
/// <param name="WhatsAppUrl">Only while confirmed.</param>
public sealed record SeatDetails(
    string CourseSlug, string CourseTitle, string CourseKind, string TimeZone, DateTime HeldUntilUtc, DateTime ReadAtUtc,
    IReadOnlyList<MeetingDetails> Meetings, bool IsOpen, string? WhatsAppUrl, CalendarSubscription Calendar)
{
    public ClassTimes Times => new(TimeZone, [.. Meetings.Select(m => new ClassTime(m.StartsAtUtc, m.EndsAtUtc))]);
}

/// <param name="JoinUrl">Only while confirmed, and from a quarter of an hour before the class until its end.</param>
public sealed record MeetingDetails(DateTime StartsAtUtc, DateTime EndsAtUtc, bool IsOver, string? JoinUrl);

/// <param name="Paid">For the seat: a second payment goes back.</param>
public sealed record MoneyDetails(
    Money Total, Money Paid, DateTime? PaidAtUtc, bool IsWithStaff, IReadOnlyList<RefundDetails> Refunds)
{
    /// <summary>"early price", "voucher SAMPLE-CLINIC"; empty where the price is the course's.</summary>
    public required string LoweredBy { get; init; }

    /// <summary>Money in another currency than the price: after the end, a person decides how much of it goes back.</summary>
    public bool IsUndecided { get; init; }

    /// <summary>Somebody else was sent an invoice, and has not paid yet.</summary>
    public bool IsInvoiced { get; init; }

    /// <summary>A page at Stripe is open, and may have been paid without our having heard of it.</summary>
    public bool MayBePaid { get; init; }

    /// <summary>A payment whose money is not there yet.</summary>
    public bool IsAtBank { get; init; }

    /// <summary>The bank has given it back after a dispute, and a person decides on the seat.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>Money that came too late for a seat.</summary>
    public string LateInWords =>
        Refunds.Count == 0 || IsUndecided ? "A payment of yours arrived, and someone is looking into it. The registrar will email you."
        : Refunds.Where(r => r.IsComing && r.Amount.Currency == Paid.Currency).Sum(r => r.Amount.Minor) >= Paid.Minor
            ? "You’ll be refunded in full; the reason is below."
        : Refunds.Any(r => r.IsComing) ? "You’ll be refunded; see the status below."
        : "Your refund has not gone through yet: see below why, and what you can do.";
}

public sealed record RefundDetails(Money Amount, DateTime RequestedAtUtc, DateTime? SettledAtUtc, RefundStatus Status, RefundReason Reason)
{
    /// <summary>As chosen in Stripe's dashboard, in Stripe's word.</summary>
    public string? StripeReason { get; init; }

    /// <summary>Stripe never had the money: the registrar returns it.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Not sent yet: the payer may choose to wait in line instead.</summary>
    public bool IsToBeChosen { get; init; }

    /// <summary>Given up because the payer chose to wait in line.</summary>
    public bool IsForLine { get; init; }

    /// <summary>How, where that was outside Stripe; null before.</summary>
    public string? ReturnedBy { get; init; }

    /// <summary>Its bank contests the payment.</summary>
    public bool WaitsForBank { get; init; }

    /// <summary>Our account at Stripe holds too little money at the moment.</summary>
    public bool WaitsForBalance { get; init; }

    /// <summary>It did not go through, and another one tries it again.</summary>
    public bool IsTriedAgain { get; init; }

    /// <summary>Given up before it was sent, since the money went back another way.</summary>
    public bool IsOvertaken { get; init; }

    /// <summary>Given up since a bank had taken the money, which an appeal has brought back: a person decides.</summary>
    public bool IsWonBack { get; init; }

    /// <summary>It did not go through, and what was owed of it is part of another sum by now.</summary>
    public bool IsCounted { get; init; }

    /// <summary>What was overtaken, and is owed again: another refund asks for it.</summary>
    public bool IsAskedAnew { get; init; }

    public bool IsComing => Status is not (RefundStatus.Failed or RefundStatus.Cancelled);
}
