using Sweet.Domain.Messages;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Emails;

public sealed record EmailsPage(EmailFilter Filter, IReadOnlyList<EmailChip> Chips, Paged<EmailRow> List);

public sealed record EmailChip(EmailState State, int Count)
{
    public string Label => $"{State.Label()} {Count}";

    public string Address => State == EmailState.All ? "/admin/outbox" : $"/admin/outbox?show={State.Word()}";
}

public sealed record EmailPage(EmailRow Email, IReadOnlyList<EmailAgain> SentAgain)
{
    public string? Problem { get; init; }
}

public sealed record EmailAgain(DateTime AtUtc, string By);

public sealed record EmailRow
{
    public int Id { get; init; }

    /// <summary>The name of its letter.</summary>
    public required string Kind { get; init; }

    public Recipient Recipient { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public MessageStatus Status { get; init; }

    public DateTime QueuedAtUtc { get; init; }

    public DateTime NextAttemptAtUtc { get; init; }

    public int Attempts { get; init; }

    public DateTime? SentAtUtc { get; init; }

    public DateTime? DeliveredAtUtc { get; init; }

    public DateTime? ReturnedAtUtc { get; init; }

    public WithheldReason? WithheldWhy { get; init; }

    public string? Failure { get; init; }

    public int? EnrollmentId { get; init; }

    /// <summary>Of the enrollment that it is about.</summary>
    public string? Number { get; init; }

    public bool HasComeBack => Status is MessageStatus.Bounced or MessageStatus.Dropped or MessageStatus.Failed;

    public bool IsToStaff => Recipient == Recipient.Staff;

    /// <summary>The button that sends it once more stands here.</summary>
    public bool CanBeSentAgain => HasComeBack && IsToStaff;

    public string State => Status switch
    {
        MessageStatus.Queued => Attempts == 0 ? "Waiting" : $"Waiting, {Attempts} {(Attempts == 1 ? "try" : "tries")}",
        MessageStatus.Dropped => "Dropped by SendGrid",
        MessageStatus.Failed => "Failed for good",
        _ => Status.ToString(),
    };

    public string Square => Status switch
    {
        MessageStatus.Delivered => "confirmed",
        MessageStatus.Sent => "processing",
        MessageStatus.Queued => "held",
        MessageStatus.Withheld => "draft",
        _ => "alarm",
    };

    /// <summary>Why it is where it is, where that needs saying.</summary>
    public string? Why => WithheldWhy switch
    {
        WithheldReason.NotAllowed => "A test system emails only those on its list.",
        WithheldReason.MayHaveLeft => "The database was restored from a copy, and it may have left before.",
        _ => Failure,
    };

    /// <summary>What can be done, in a sentence.</summary>
    public string? Remedy => this switch
    {
        { HasComeBack: false } => null,
        { Kind: "Invitation" } => "Invite the person again, with the right address: the old link ends.",
        { Kind: "PasswordReset" or "AddressChange" } => "The person asks for a new link: this one was secret, and may have ended.",
        { Recipient: Recipient.Student } => "Correct the address, if it is wrong, and send it again from the student’s page.",
        { IsToStaff: true } => null,
        _ => "It went to an address that someone typed. They can ask again.",
    };
}
