namespace Sweet.Web.Features.Public.Errors;

/// <param name="Reference">Finds the request in the logs; shown where a person will have to look.</param>
public sealed record ErrorPage(int Code, string Title, string Sentence, string? Reference = null)
{
    /// <summary>The database did not say whether the last step of a write had happened.</summary>
    public static readonly ErrorPage InDoubt = new(StatusCodes.Status500InternalServerError, "We do not know whether that was done",
        "Our database stopped answering in the very moment of saving. Look at your page, or at your email, before you do it again. "
        + "A payment that arrived is never lost.");

    public bool ShowsReference => Code >= StatusCodes.Status500InternalServerError;

    /// <param name="wait">Of whoever asked too often: after it they may again, at the latest.</param>
    public static ErrorPage Of(int code, TimeSpan? wait = null) => code switch
    {
        StatusCodes.Status400BadRequest => new(code, "Your request was incomplete",
            "Nothing was saved. Go back, reload the page and send it again. The form works only if cookies are allowed."),
        StatusCodes.Status403Forbidden => new(code, "You don’t have access to this page",
            "You may be signed in as someone else, or the page belongs to another person. Nothing was changed."),
        StatusCodes.Status404NotFound => new(code, "We can’t find this page",
            "The address may have a typo, or the page may have moved. "
            + "Your enrollments and payments are not affected."),
        StatusCodes.Status405MethodNotAllowed => new(code, "This address does not work that way",
            "It can only be reached with the button of a form. Start again from one of these."),
        StatusCodes.Status410Gone => new(code, "This page has been taken down",
            "It is gone for good. Anything you paid for or enrolled in is not affected."),
        StatusCodes.Status413PayloadTooLarge => new(code, "That was too much at once",
            "What you sent is larger than this page accepts, and nothing was saved. Shorten it and send it again."),
        StatusCodes.Status429TooManyRequests => new(code, "Too many requests, too fast",
            $"You can try again in {InWords(wait)} at the latest. A seat that you hold is kept until the time that its page shows."),
        StatusCodes.Status503ServiceUnavailable => new(code, "We’re temporarily unavailable",
            "Please try again in a minute. Nothing of yours is lost."),
        >= 500 => new(StatusCodes.Status500InternalServerError, "Something went wrong on our end",
            "It’s not your fault, and it has been recorded. Try again in a minute. "
            + "If you were about to pay, check your enrollment first: a payment that arrived is never lost."),
        _ => new(code, "That did not work", "We could not answer the request. Start again from one of these pages."),
    };

    internal static string InWords(TimeSpan? wait) => wait is { TotalMinutes: > 1 } longer
        ? $"{Math.Ceiling(longer.TotalMinutes):0} minutes"
        : "a minute";
}
