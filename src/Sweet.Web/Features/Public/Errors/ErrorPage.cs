namespace Sweet.Web.Features.Public.Errors;

/// <param name="Reference">Finds the request in the logs; shown where a person will have to look.</param>
public sealed record ErrorPage(int Code, string Title, string Sentence, string? Reference = null)
{
    /// <summary>The database did not say whether the last step of a write had happened.</summary>
    public static readonly ErrorPage InDoubt = new(StatusCodes.Status500InternalServerError, "We do not know whether that was done",
        "Our database stopped answering in the very moment of saving. Look at your page, or at your email, before you do it again. "
        + "A payment that arrived is never lost.");

    public bool ShowsReference => Code >= StatusCodes.Status500InternalServerError;

    public static ErrorPage Of(int code) => code switch
    {
        StatusCodes.Status400BadRequest => new(code, "This request did not arrive whole",
            "Nothing was stored. Go back, load the page again and send it once more; cookies must be allowed for the form to work."),
        StatusCodes.Status403Forbidden => new(code, "This page is not for you",
            "You may have signed in as someone else, or the page belongs to another person. Nothing was changed."),
        StatusCodes.Status404NotFound => new(code, "This page is not here",
            "The address may have a slip in it, or the page has moved. "
            + "Nothing of yours is lost: enrollments and payments do not depend on it."),
        StatusCodes.Status405MethodNotAllowed => new(code, "This address does not work that way",
            "It may be reached only by the button of a form. Begin again from one of these."),
        StatusCodes.Status410Gone => new(code, "This page has been taken down",
            "It was here once and will not come back. What you paid for or enrolled in is not touched by that."),
        StatusCodes.Status413PayloadTooLarge => new(code, "That was too much at once",
            "What you sent is larger than this page takes, and nothing was stored. Shorten it and send it again."),
        StatusCodes.Status429TooManyRequests => new(code, "Too many requests, too fast",
            "Please wait a minute and try again. Seats that you hold stay held meanwhile."),
        StatusCodes.Status503ServiceUnavailable => new(code, "We are out of breath for a moment",
            "The site cannot answer right now. Please try again in a minute; nothing of yours is lost."),
        >= 500 => new(StatusCodes.Status500InternalServerError, "Something broke on our side",
            "It is not your doing, and it has been recorded. Try again in a minute. "
            + "If you were about to pay, look at your enrollment first: a payment that arrived is never lost."),
        _ => new(code, "That did not work", "The request could not be answered. Begin again from one of these pages."),
    };
}
