using Sweet.Domain;

namespace Sweet.Web.Features.Staff.Shared.Words;

/// <summary>Who did something, as staff read of it.</summary>
public static class ActorText
{
    /// <param name="staffName">Of the account, if there is one.</param>
    public static string InWords(ActorKind? kind, string? reference, string? staffName) => kind switch
    {
        ActorKind.Staff => staffName ?? (reference == "command line" ? "the command line" : "staff"),
        ActorKind.Student => "the student",
        ActorKind.StripeEvent => "Stripe",
        ActorKind.Worker => "the site",
        _ => "",
    };
}
