using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Emails;

/// <param name="Find">A part of the address or of the subject.</param>
public sealed record EmailFilter(EmailState State, string Find)
{
    public static EmailFilter From(HttpRequest request) => new(
        Enum.GetValues<EmailState>().FirstOrDefault(state => state.Word() == request.Query["show"]),
        LikeText.Typed(request, "find"));

    public bool IsNone => this is { State: EmailState.All, Find: "" };

    public IQueryable<Message> Of(IQueryable<Message> messages) => Find.Length == 0 ? OfState(messages) : OfState(messages).Where(Holds);

    private System.Linq.Expressions.Expression<Func<Message, bool>> Holds
    {
        get
        {
            var words = LikeText.Around(Find);
            return m => EF.Functions.Like(m.ToAddress, words, LikeText.Escape) || EF.Functions.Like(m.Subject, words, LikeText.Escape);
        }
    }

    private IQueryable<Message> OfState(IQueryable<Message> messages) => State switch
    {
        EmailState.Waiting => messages.Where(m => m.Status == MessageStatus.Queued),
        EmailState.Sent => messages.Where(m => m.Status == MessageStatus.Sent),
        EmailState.Delivered => messages.Where(m => m.Status == MessageStatus.Delivered),
        EmailState.NotArrived => messages.Where(m =>
            m.Status == MessageStatus.Bounced || m.Status == MessageStatus.Dropped || m.Status == MessageStatus.Failed),
        EmailState.Withheld => messages.Where(m => m.Status == MessageStatus.Withheld),
        _ => messages,
    };
}

public enum EmailState
{
    All,
    Waiting,
    Sent,
    Delivered,
    NotArrived,
    Withheld,
}

internal static class EmailStates
{
    public static EmailState Of(MessageStatus status) => status switch
    {
        MessageStatus.Queued => EmailState.Waiting,
        MessageStatus.Sent => EmailState.Sent,
        MessageStatus.Delivered => EmailState.Delivered,
        MessageStatus.Withheld => EmailState.Withheld,
        _ => EmailState.NotArrived,
    };

    public static string Word(this EmailState state) => state switch
    {
        EmailState.All => "",
        EmailState.NotArrived => "not-arrived",
        _ => state.ToString().ToLowerInvariant(),
    };

    public static string Label(this EmailState state) => state == EmailState.NotArrived ? "Not arrived" : state.ToString();
}
