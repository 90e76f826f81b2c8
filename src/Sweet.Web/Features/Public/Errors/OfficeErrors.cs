namespace Sweet.Web.Features.Public.Errors;

/// <summary>What stands in for a page of the office that could not be shown, in words for the people who work there.</summary>
internal static class OfficeErrors
{
    public static readonly ErrorPage InDoubt = new(StatusCodes.Status500InternalServerError, "We don’t know whether that was saved",
        "The database stopped answering at the very moment of saving. Open the page again and look before you do it once more.");

    public static ErrorPage Of(int code, TimeSpan? wait) => code switch
    {
        StatusCodes.Status400BadRequest => new(code, "The form was incomplete",
            "Nothing was saved. Go back, reload the page, and send the form again. Forms work only if cookies are allowed."),
        StatusCodes.Status403Forbidden => new(code, "You don’t have access to this page",
            "Your account doesn’t have the role that this page needs. An admin can give it to you under People. Nothing was changed."),
        StatusCodes.Status404NotFound => new(code, "We can’t find this page",
            "The address may have a typo, or what it showed has been removed."),
        StatusCodes.Status405MethodNotAllowed => new(code, "This address does not work that way",
            "It can only be reached with the button of a form."),
        StatusCodes.Status413PayloadTooLarge => new(code, "That was too much at once",
            "What you sent is larger than this page accepts, and nothing was saved. Send it in smaller parts."),
        StatusCodes.Status429TooManyRequests => new(code, "Too many tries, too fast",
            $"Nothing was saved. You can try again in {ErrorPage.InWords(wait)} at the latest."),
        StatusCodes.Status503ServiceUnavailable => new(code, "We’re temporarily unavailable",
            "Nothing was saved. Try again in a minute."),
        >= 500 => new(StatusCodes.Status500InternalServerError, "Something went wrong on our end",
            "It has been recorded. Check whether your change was saved before you make it again."),
        _ => new(code, "That did not work", "We could not answer the request. Nothing was saved."),
    };
}
