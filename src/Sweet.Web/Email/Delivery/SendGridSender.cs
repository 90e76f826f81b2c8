using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email.Delivery;

/// <summary>Hands one message to SendGrid and says what came of it.</summary>
public sealed class SendGridSender(
    HttpClient http, IOptions<SendGridOptions> options, LetterSite site, AllowedRecipients allowed, TimeProvider clock)
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private static readonly string? FromName = DisplayName.Of(Institute.Name);

    private static readonly TimeSpan DefaultPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly SendGridClient client = new(
        http, new SendGridClientOptions { ApiKey = options.Value.ApiKey, Host = options.Value.Host.TrimEnd('/') });

    public async Task<SendAnswer> Send(Message message, CancellationToken ct)
    {
        if (!allowed.Include(message.ToAddress)) return new Withheld();

        try
        {
            return await AnswerOf(await client.SendEmailAsync(MailOf(message), ct), ct);
        }
        catch (HttpRequestException failure)
        {
            return new NotTaken($"No answer from SendGrid: {failure.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new NotTaken($"No answer from SendGrid in {Timeout.TotalSeconds:0} seconds.");
        }
    }

    private SendGridMessage MailOf(Message message)
    {
        var mail = new SendGridMessage
        {
            From = new EmailAddress(options.Value.From, FromName),
            ReplyTo = new EmailAddress(site.Help, FromName),
            Subject = message.Subject,
        };
        mail.AddTo(new EmailAddress(message.ToAddress, DisplayName.Of(message.ToName)));
        mail.AddContent(MimeType.Text, message.Text);
        mail.AddContent(MimeType.Html, message.Html);
        mail.AddCustomArg(MailReport.ReferenceArgument, message.Reference);
        SayThatItIsAutomatic(mail, message);
        if (message.Calendar is not null)
        {
            var file = Convert.ToBase64String(Encoding.UTF8.GetBytes(message.Calendar));
            mail.AddAttachment(EnrollmentCalendar.FileName, file, EnrollmentCalendar.ContentType, "attachment");
        }

        // Links in emails are secrets: they must not pass a third host, nor be counted by one.
        mail.SetClickTracking(false, false);
        mail.SetOpenTracking(false);
        mail.SetSubscriptionTracking(false);
        mail.SetGoogleAnalytics(false);
        return mail;
    }

    // No absence note comes back (RFC 3834; the second is Exchange's), and no ticket system answers us in a circle.
    private static void SayThatItIsAutomatic(SendGridMessage mail, Message message)
    {
        mail.AddGlobalHeader("Auto-Submitted", "auto-generated");
        mail.AddGlobalHeader("X-Auto-Response-Suppress", "All");
        if (message.UnsubscribeUrl is not { } url) return;

        mail.AddGlobalHeader("List-Unsubscribe", $"<{url}>");
        // One click is for addresses of https alone (RFC 8058, 3.1).
        if (url.StartsWith("https://", StringComparison.Ordinal))
            mail.AddGlobalHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private async Task<SendAnswer> AnswerOf(Response response, CancellationToken ct)
    {
        if (response.IsSuccessStatusCode) return new Accepted(First(response, "X-Message-Id"));

        var reason = $"SendGrid answered {(int)response.StatusCode}: {await response.Body.ReadAsStringAsync(ct)}";
        return response.StatusCode switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => new Rejected(reason),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new LockedOut(reason),
            HttpStatusCode.TooManyRequests => new RateLimited(reason, PauseEnd(response)),
            _ => new NotTaken(reason),
        };
    }

    private DateTime PauseEnd(Response response)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var untilUtc = nowUtc + DefaultPause;
        if (long.TryParse(First(response, "X-RateLimit-Reset"), CultureInfo.InvariantCulture, out var epoch)
            && epoch is > 0 and < int.MaxValue)
            untilUtc = DateTimeOffset.FromUnixTimeSeconds(epoch).UtcDateTime;
        else if (response.Headers.RetryAfter is { } after)
            untilUtc = after.Date?.UtcDateTime ?? (nowUtc + after.Delta.GetValueOrDefault(DefaultPause));

        return untilUtc > nowUtc + LongestPause ? nowUtc + LongestPause : untilUtc;
    }

    private static string? First(Response response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? values.FirstOrDefault() : null;
}
