# dateline completion for fish: dateline completion fish | source
function __dateline_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found (dateline __complete -- $words[2..-1] 2>/dev/null)
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c dateline -f -a '(__dateline_complete)'
