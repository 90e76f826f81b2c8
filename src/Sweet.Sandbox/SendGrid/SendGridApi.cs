using System.Globalization;
using System.Text.Json;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.Hosting;
using Sweet.Sandbox.SendGrid.Events;

namespace Sweet.Sandbox.SendGrid;

/// <summary>POST /v3/mail/send: checks, and the inbox instead of the world.</summary>
internal sealed class SendGridApi(SendGridStandIn sendGrid, MailEvents events, PlannedFaults faults, CallLog calls, TimeProvider clock)
{
    private const int MaxBytes = 30 * 1024 * 1024;

    private readonly FaultyCall faulty = new(faults, clock);

    public async Task Handle(HttpContext http)
    {
        var (method, path) = (http.Request.Method, http.Request.Path.Value!);
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var authorization = http.Request.Headers.Authorization.ToString();

        var fault = faults.Take(method, path);
        var answer = fault is Fault.Answers failing
            ? AnswerOf(failing)
            : await faulty.Run(fault, () => Work(method, path, authorization, body.ToArray()), http.RequestAborted);
        calls.Add(new("sendgrid", method, path, null, answer?.Status));
        if (answer is null)
            http.Abort();
        else
            await answer.WriteTo(http.Response);
    }

    private Answer Work(string method, string path, string authorization, byte[] body)
    {
        try
        {
            if (authorization.Length == 0)
                throw new MailFailure(401, "Permission denied, wrong credentials");
            if (authorization != "Bearer " + sendGrid.ApiKey)
                throw new MailFailure(401, "The provided authorization grant is invalid, expired, or revoked");
            if (method != HttpMethods.Post || path != "/v3/mail/send")
                throw new MailFailure(501, $"The stand-in does not know {method} {path}.");
            return Take(body);
        }
        catch (MailFailure refused)
        {
            return refused.ToAnswer();
        }
    }

    private Answer Take(byte[] body)
    {
        if (body.Length > MaxBytes)
            throw new MailFailure(413, "Payload too large");
        var mail = Parse(body);
        MailChecks.Check(mail);
        if (mail.MailSettings?.SandboxMode?.Enable is true)
            return new(200, "");

        var id = Stripe.Accounts.Books.NewId("", 22);
        foreach (var (group, position) in mail.Personalizations!.Select((group, position) => (group, position)))
            Accept(MailReading.Read(mail, group, position == 0 ? id : $"{id}-{position}", clock.GetUtcNow()));
        return new(202, "") { Headers = { ["X-Message-Id"] = id } };
    }

    private void Accept(SentMail mail)
    {
        sendGrid.Inbox.Add(mail);
        events.Report(mail);
    }

    private static MailPayload Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<MailPayload>(body, MailPayload.Options) ?? throw new MailFailure(400, "Bad Request");
        }
        catch (JsonException malformed)
        {
            throw new MailFailure(400, $"Bad Request: {malformed.Message}", malformed.Path?.TrimStart('$', '.'));
        }
    }

    private Answer AnswerOf(Fault.Answers fault)
    {
        var answer = new MailFailure(fault.Status, fault.Status switch
        {
            400 => "Bad Request",
            413 => "Payload too large",
            401 => "The provided authorization grant is invalid, expired, or revoked",
            403 => "The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.",
            429 => "too many requests",
            _ => "An internal server error occurred",
        }).ToAnswer();
        if (fault.ResetsIn is { } pause)
        {
            answer.Headers["X-RateLimit-Limit"] = "500";
            answer.Headers["X-RateLimit-Remaining"] = "0";
            answer.Headers["X-RateLimit-Reset"] = (clock.GetUtcNow() + pause).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        return answer;
    }
}
